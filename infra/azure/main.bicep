// The app, its database, its bot registration and what watches them. After foundation.bicep, register.sh and an image.
targetScope = 'resourceGroup'

@description('The same as in foundation.bicep.')
@minLength(3)
@maxLength(12)
param name string

param location string = resourceGroup().location
param tags object = {}

@description('Name people reach the app at, without https://; the one that register.sh was given.')
param host string

@description('Name of the environment\'s certificate for that host; empty until there is one.')
param certificateName string = ''

@description('Image with its tag: registry/partnership:version.')
param image string

@description('Application (client) id that register.sh printed. Not used with UserAssignedMSI.')
param appId string

@description('UserAssignedMSI needs no secret, but serves the chat alone: a managed identity cannot sign people in to the tab.')
@allowed(['SingleTenant', 'UserAssignedMSI'])
param appType string = 'SingleTenant'

@description('The secretariat\'s tenant.')
param tenantId string = tenant().tenantId

@description('Name of the bot as Azure shows it.')
param displayName string = 'Partnerskab for Offentlige Grønne Indkøb'

@description('Further variables of the app, by the names in the README\'s table of configuration.')
param settings object

@allowed(['error', 'warn', 'info', 'debug'])
param logLevel string = 'info'

@description('Password of the database\'s administrator. Deploying another one changes it.')
@secure()
@minLength(24)
param databasePassword string

@description('Password of the app\'s own role in the database, which may add to the trail and not change it.')
@secure()
@minLength(24)
param databaseAppPassword string

@allowed(['16', '17'])
param databaseVersion string = '17'

@description('private: reachable from the app\'s network alone. firewall: public address, and allowedAddresses. For good.')
@allowed(['private', 'firewall'])
param databaseAccess string = 'private'

@description('With firewall: [{ name, start, end }]. 0.0.0.0 to 0.0.0.0 is every customer of Azure.')
param allowedAddresses array = []

@description('Server size: Burstable has no zone-redundant standby.')
param databaseSku string = 'Standard_D2ds_v5'
@allowed(['Burstable', 'GeneralPurpose', 'MemoryOptimized'])
param databaseTier string = 'GeneralPurpose'
param databaseStorageGb int = 64

@description('Days a backup can be gone back to.')
@minValue(7)
@maxValue(35)
param backupDays int = 35

@description('Backups also in the paired region. For good.')
param geoBackup bool = false

@description('A standby of the database and replicas of the app in other zones. The app\'s part is for good.')
param zoneRedundant bool = false

@description('Two, so that one may be renewed while the other serves.')
@minValue(2)
param minReplicas int = 2
@maxValue(10)
param maxReplicas int = 4

param addressSpace string = '10.70.0.0/22'

@description('Mail addresses that alerts go to.')
@minLength(1)
param alertEmails array

var suffix = take(uniqueString(resourceGroup().id), 6)
var isManaged = appType == 'UserAssignedMSI'
var vaultName = 'kv-${name}-${suffix}'

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' existing = {
  name: 'id-${name}'
}

resource workspace 'Microsoft.OperationalInsights/workspaces@2023-09-01' existing = {
  name: 'log-${name}'
}

module network 'modules/network.bicep' = {
  name: 'network'
  params: {
    name: name
    location: location
    tags: tags
    addressSpace: addressSpace
  }
}

module database 'modules/database.bicep' = {
  name: 'database'
  params: {
    name: 'psql-${name}-${suffix}'
    location: location
    tags: tags
    password: databasePassword
    appPassword: databaseAppPassword
    version: databaseVersion
    sku: databaseSku
    tier: databaseTier
    storageGb: databaseStorageGb
    backupDays: backupDays
    geoBackup: geoBackup
    zoneRedundant: zoneRedundant
    isPrivate: databaseAccess == 'private'
    subnetId: network.outputs.databaseSubnetId
    zoneId: network.outputs.zoneId
    allowedAddresses: allowedAddresses
    vaultName: vaultName
    workspaceId: workspace.id
  }
}

module place 'modules/place.bicep' = {
  name: 'place'
  params: {
    name: name
    location: location
    tags: tags
    subnetId: network.outputs.appSubnetId
    zoneRedundant: zoneRedundant
    workspaceId: workspace.id
  }
}

module app 'modules/app.bicep' = {
  name: 'app'
  params: {
    name: name
    location: location
    tags: tags
    placeName: place.outputs.name
    image: image
    host: host
    certificateName: certificateName
    appId: isManaged ? identity.properties.clientId : appId
    appType: appType
    tenantId: tenantId
    settings: settings
    logLevel: logLevel
    identityId: identity.id
    vaultUri: 'https://${vaultName}${environment().suffixes.keyvaultDns}/'
    minReplicas: minReplicas
    maxReplicas: maxReplicas
  }
  // The app looks its database's address up in the vault when it starts.
  dependsOn: [database]
}

module bot 'modules/bot.bicep' = {
  name: 'bot'
  params: {
    name: 'bot-${name}-${suffix}'
    tags: tags
    displayName: displayName
    endpoint: 'https://${host}/api/messages'
    appId: isManaged ? identity.properties.clientId : appId
    appType: appType
    tenantId: tenantId
    identityId: isManaged ? identity.id : ''
  }
}

module alerts 'modules/alerts.bicep' = {
  name: 'alerts'
  params: {
    name: name
    tags: tags
    appId: app.outputs.id
    databaseId: database.outputs.id
    minReplicas: minReplicas
    emails: alertEmails
  }
}

module logAlerts 'modules/logAlerts.bicep' = {
  name: 'logAlerts'
  params: {
    name: name
    location: location
    tags: tags
    workspaceId: workspace.id
    actionGroupId: alerts.outputs.actionGroupId
    appName: app.outputs.name
  }
}

output appName string = app.outputs.name
output environmentName string = place.outputs.name
output address string = app.outputs.address
