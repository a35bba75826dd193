// The real thing. What stands here in example.dk is yours to fill in; secrets come from the environment.
using 'main.bicep'

param name = 'pogi'
param host = 'partnerskab.example.dk'
param certificateName = ''
param image = readEnvironmentVariable('IMAGE')
param appId = readEnvironmentVariable('APP_ID')
param databasePassword = readEnvironmentVariable('DATABASE_PASSWORD')
param databaseAppPassword = readEnvironmentVariable('DATABASE_APP_PASSWORD')
param alertEmails = ['drift@example.dk']

param settings = {
  // Who is responsible, as the pages on personal data and terms of use say it.
  OPERATOR_NAME: 'Eksempel Kommune'
  // Object ids of the secretariat's people, comma separated: they may do everything that the secretariat may.
  SECRETARIAT: ''
  // Members are guests in the secretariat's tenant; whoever is not needs no other tenant here.
  ALLOWED_TENANTS: ''
  // Entra's groups: who comes and goes is read from them. Empty: the register is kept by hand.
  HOST_TEAM_ID: ''
  SECRETARIAT_GROUP_ID: ''
  STEERING_GROUP_ID: ''
  // 'true' with the feature `guests` of register.sh: people of working groups are invited by the app.
  INVITE_GUESTS: 'false'
  // 'true' when SharePoint's administrator has given the app the team's site: README, step 8.
  SHAREPOINT_FILES: 'false'
  // Each file is scanned by this program before it is let in; the image must have it: README, step 8. Empty: no scan.
  MALWARE_SCAN_COMMAND: ''
  MALWARE_SCAN_SECONDS: '60'
  // The mailbox that exchange.ps1 was given.
  MAIL_FROM: 'sekretariat@example.dk'
  // Who is told by mail that the trail does not hold. Empty: that mailbox.
  OPERATOR_MAIL: ''
  // Over all replicas. Teams lets about twice as many through.
  SEND_RATE: '25'
  MAIL_RATE: '30'
  TRAIL_HEAD_MINUTES: '60'
  CONVERSATION_RATE: '7'
  // Each replica's own: what one person may read and do, and what comes from one address without a sign-in.
  READ_RATE: '50'
  READ_BURST: '300'
  ACT_RATE: '50'
  ACT_BURST: '600'
  ADDRESS_RATE: '20'
  ADDRESS_BURST: '200'
}
param logLevel = 'info'

param databaseAccess = 'private'
param databaseSku = 'Standard_D2ds_v5'
param databaseTier = 'GeneralPurpose'
param databaseStorageGb = 64
param backupDays = 35
param geoBackup = true
param zoneRedundant = true
param minReplicas = 2
param maxReplicas = 4
