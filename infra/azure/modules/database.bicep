param name string
param location string
param tags object

@secure()
param password string
@secure()
param appPassword string
param version string
param sku string
param tier string
param storageGb int
param backupDays int
param geoBackup bool
param zoneRedundant bool
param isPrivate bool
param subnetId string
param zoneId string
param allowedAddresses array
param vaultName string
param workspaceId string

var login = 'partnership'
// Made by the app's first start, which is given the administrator's address for that and for migrations.
var appLogin = 'partnership_app'
var database = 'partnership'

resource server 'Microsoft.DBforPostgreSQL/flexibleServers@2024-08-01' = {
  name: name
  location: location
  tags: tags
  sku: {
    name: sku
    tier: tier
  }
  properties: {
    version: version
    administratorLogin: login
    administratorLoginPassword: password
    authConfig: {
      passwordAuth: 'Enabled'
      activeDirectoryAuth: 'Disabled'
    }
    storage: {
      storageSizeGB: storageGb
      autoGrow: 'Enabled'
    }
    // Both are for the server's whole life: geo-redundancy and private access can only be chosen when it is made.
    backup: {
      backupRetentionDays: backupDays
      geoRedundantBackup: geoBackup ? 'Enabled' : 'Disabled'
    }
    network: isPrivate
      ? { delegatedSubnetResourceId: subnetId, privateDnsZoneArmResourceId: zoneId }
      : { publicNetworkAccess: 'Enabled' }
    highAvailability: {
      mode: zoneRedundant ? 'ZoneRedundant' : 'Disabled'
    }
    // Sunday night: nobody has a deadline then.
    maintenanceWindow: {
      customWindow: 'Enabled'
      dayOfWeek: 0
      startHour: 2
      startMinute: 0
    }
  }
}

resource data 'Microsoft.DBforPostgreSQL/flexibleServers/databases@2024-08-01' = {
  parent: server
  name: database
  // As in the tests: what sorts by letters is sorted where it is shown.
  properties: { charset: 'UTF8', collation: 'C' }
}

// One after the other: a server that is being changed refuses the next change.
resource encrypted 'Microsoft.DBforPostgreSQL/flexibleServers/configurations@2024-08-01' = {
  parent: server
  name: 'require_secure_transport'
  properties: {
    value: 'on'
    source: 'user-override'
  }
  dependsOn: [data]
}

resource tls 'Microsoft.DBforPostgreSQL/flexibleServers/configurations@2024-08-01' = {
  parent: server
  name: 'ssl_min_protocol_version'
  properties: {
    value: 'TLSv1.2'
    source: 'user-override'
  }
  dependsOn: [encrypted]
}

@batchSize(1)
resource rules 'Microsoft.DBforPostgreSQL/flexibleServers/firewallRules@2024-08-01' = [
  for rule in (isPrivate ? [] : allowedAddresses): {
    parent: server
    name: rule.name
    properties: {
      startIpAddress: rule.start
      endIpAddress: rule.end
    }
    dependsOn: [tls]
  }
]

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' existing = {
  name: vaultName
}

// Written here, so that no password is an output or stands in a deployment's history. The app checks the server's
// certificate and name (verify-full), and comes past the pooler: it listens, which PgBouncer cannot carry.
var address = '${server.properties.fullyQualifiedDomainName}:5432/${database}?sslmode=verify-full'

resource urls 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = [
  for role in [
    { secret: 'database-url', variable: 'DATABASE_URL', login: appLogin }
    { secret: 'database-owner-url', variable: 'DATABASE_OWNER_URL', login: login }
  ]: {
    parent: vault
    name: role.secret
    properties: {
      contentType: role.variable
      value: 'postgres://${role.login}:${uriComponent(role.login == login ? password : appPassword)}@${address}'
    }
    dependsOn: [data]
  }
]

resource told 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'logs'
  scope: server
  properties: {
    workspaceId: workspaceId
    logs: [
      {
        category: 'PostgreSQLLogs'
        enabled: true
      }
    ]
  }
}

output id string = server.id
