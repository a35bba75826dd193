# Lets the app send mail from one mailbox and keep that mailbox's calendar, and reach no other.
# In PowerShell with the module ExchangeOnlineManagement, as an Exchange administrator. A second run changes nothing.
[CmdletBinding(SupportsShouldProcess)]
param(
  [Parameter(Mandatory)] [guid] $AppId,
  # PRINCIPAL_ID of register.sh: the object id of the service principal, not of the registration.
  [Parameter(Mandatory)] [guid] $PrincipalId,
  # The secretariat's shared mailbox: MAIL_FROM of the app.
  [Parameter(Mandatory)] [string] $Mailbox
)
$ErrorActionPreference = 'Stop'
Connect-ExchangeOnline -ShowBanner:$false

$name = 'Partnerskab for Offentlige Grønne Indkøb'
$scope = 'Partnerskabets postkasse'
$roles = 'Application Mail.Send', 'Application Calendars.ReadWrite'

# Teams' onlineMeetings policy is another thing: README, Meetings. This is Exchange's own, which replaces
# application access policies; a permission of the same name granted in Entra would open every mailbox again.
if (-not (Get-ServicePrincipal | Where-Object AppId -eq $AppId)) {
  if ($PSCmdlet.ShouldProcess($AppId, 'New-ServicePrincipal')) {
    New-ServicePrincipal -AppId $AppId -ObjectId $PrincipalId -DisplayName $name
  }
}

$address = (Get-Mailbox -Identity $Mailbox).PrimarySmtpAddress
$filter = "PrimarySmtpAddress -eq '$address'"
if (-not (Get-ManagementScope | Where-Object Name -eq $scope)) {
  if ($PSCmdlet.ShouldProcess($address, 'New-ManagementScope')) {
    New-ManagementScope -Name $scope -RecipientRestrictionFilter $filter
  }
}

foreach ($role in $roles) {
  $assignment = "$role for partnerskabet"
  if (-not (Get-ManagementRoleAssignment | Where-Object Name -eq $assignment)) {
    if ($PSCmdlet.ShouldProcess($role, 'New-ManagementRoleAssignment')) {
      New-ManagementRoleAssignment -Name $assignment -App $AppId -Role $role -CustomResourceScope $scope
    }
  }
}

# InScope must be True for the secretariat's mailbox, and False for any other that is tried.
Test-ServicePrincipalAuthorization -Identity $AppId -Resource $address | Format-Table RoleName, AllowedResourceScope, InScope
