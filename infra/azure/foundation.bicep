// First, before register.sh and the first image: what the registration's secret and the image are put into.
targetScope = 'resourceGroup'

@description('Short name of the installation: small letters and digits, first a letter. The same as in main.bicep.')
@minLength(3)
@maxLength(12)
param name string

param location string = resourceGroup().location

@description('A container registry of this installation. Without it main.bicep is given an image from one of yours.')
param withRegistry bool = true

@description('Object id of the Entra group or person who writes secrets: whoever runs register.sh.')
param vaultWriterId string

@allowed(['Group', 'User'])
param vaultWriterType string = 'Group'

@description('Days that logs are kept.')
@minValue(30)
@maxValue(730)
param logDays int = 90

param tags object = {}

// Names that are unique in all of Azure end in this; main.bicep finds them by it.
var suffix = take(uniqueString(resourceGroup().id), 6)

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: 'id-${name}'
  location: location
  tags: tags
}

module logs 'modules/logs.bicep' = {
  name: 'logs'
  params: {
    name: 'log-${name}'
    location: location
    tags: tags
    days: logDays
  }
}

module vault 'modules/vault.bicep' = {
  name: 'vault'
  params: {
    name: 'kv-${name}-${suffix}'
    location: location
    tags: tags
    readerId: identity.properties.principalId
    writerId: vaultWriterId
    writerType: vaultWriterType
    workspaceId: logs.outputs.id
  }
}

module registry 'modules/registry.bicep' = if (withRegistry) {
  name: 'registry'
  params: {
    name: 'cr${name}${suffix}'
    location: location
    tags: tags
    readerId: identity.properties.principalId
  }
}

output vaultName string = 'kv-${name}-${suffix}'
output registryName string = withRegistry ? 'cr${name}${suffix}' : ''
