// A place to try things out: small, without a standby, deleted without regret.
using 'main.bicep'

param name = 'pogidev'
param host = 'partnerskab-dev.example.dk'
param certificateName = ''
param image = readEnvironmentVariable('IMAGE')
param appId = readEnvironmentVariable('APP_ID')
param databasePassword = readEnvironmentVariable('DATABASE_PASSWORD')
param databaseAppPassword = readEnvironmentVariable('DATABASE_APP_PASSWORD')
param alertEmails = ['drift@example.dk']

param settings = {
  OPERATOR_NAME: 'Eksempel Kommune'
  SECRETARIAT: ''
  ALLOWED_TENANTS: ''
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
  MAIL_FROM: ''
  // Who is told by mail that the trail does not hold. Empty: that mailbox.
  OPERATOR_MAIL: ''
  SEND_RATE: '5'
  MAIL_RATE: '30'
  TRAIL_HEAD_MINUTES: '60'
  CONVERSATION_RATE: '5'
  // Each replica's own: what one person may read and do, and what comes from one address without a sign-in.
  READ_RATE: '50'
  READ_BURST: '300'
  ACT_RATE: '50'
  ACT_BURST: '600'
  ADDRESS_RATE: '20'
  ADDRESS_BURST: '200'
}
param logLevel = 'debug'

// Reachable with the right password from anywhere in Azure: for made-up data only.
param databaseAccess = 'firewall'
param allowedAddresses = [
  { name: 'azure', start: '0.0.0.0', end: '0.0.0.0' }
]
// The smallest one lets too few connections in for two replicas.
param databaseSku = 'Standard_B2s'
param databaseTier = 'Burstable'
param databaseStorageGb = 32
param backupDays = 7
param maxReplicas = 2
