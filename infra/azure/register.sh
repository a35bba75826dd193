#!/usr/bin/env bash
# Registers the app in Entra: who it is, what the tab signs in to, what it may ask of Microsoft Graph, its secret.
# A second run changes nothing; another host or another feature changes that alone. Read permissions.md first.
set -euo pipefail

usage() {
  cat <<'TEXT'
register.sh --host HOST --vault VAULT [--name NAME] [--features LIST] [--new-secret] [--dry-run]

  --host HOST      name people reach the app at, without https://
  --vault VAULT    key vault that foundation.bicep made; the client secret is written there and shown nowhere
  --name NAME      name of the registration ("Partnerskab for Offentlige Grønne Indkøb")
  --features LIST  what Graph is asked for, comma separated (directory,groups,install,meetings,files):
                   directory groups install meetings files guests; see permissions.md
  --new-secret     one more client secret, valid beside the old one
  --dry-run        print the commands, ask and change nothing
TEXT
}

name="Partnerskab for Offentlige Grønne Indkøb"
features="directory,groups,install,meetings,files"
host="" vault="" new_secret="" dry=""
while [ $# -gt 0 ]; do
  case $1 in
    --host) host=${2:?} && shift ;;
    --vault) vault=${2:?} && shift ;;
    --name) name=${2:?} && shift ;;
    --features) features=${2:?} && shift ;;
    --new-secret) new_secret=1 ;;
    --dry-run) dry=1 ;;
    --help) usage && exit 0 ;;
    *) usage >&2 && exit 2 ;;
  esac
  shift
done
if [ -z "$host" ] || [ -z "$vault" ]; then usage >&2 && exit 2; fi
case $host in *://* | */* | *:*) echo "--host is a name alone, without https://, port or path" >&2 && exit 2 ;; esac

graph=00000003-0000-0000-c000-000000000000
api=https://graph.microsoft.com/v1.0
# Teams on desktop and phone, and Teams in a browser: nobody is asked whether Teams may sign them in to its own tab.
teams_clients="1fec8e78-bce4-4aaf-ab1b-5451cc387264 5e3ce6c0-2b1f-4285-8d4b-75ee78787346"

# Application permissions, granted for the tenant by an administrator. Mail and calendar are not among them: Exchange
# grants those for one mailbox (exchange.ps1), and a grant here would open every mailbox again.
permissions_of() {
  case $1 in
    directory) echo GroupMember.Read.All User.ReadBasic.All ;;
    groups) echo TeamMember.ReadWriteNonOwnerRole.All ;;
    install) echo AppCatalog.Read.All TeamsAppInstallation.ReadWriteAndConsentSelfForUser.All TeamsAppInstallation.ReadWriteAndConsentSelfForChat.All ;;
    meetings) echo OnlineMeetings.Read.All ;;
    files) echo Sites.Selected ;;
    guests) echo User.Invite.All ;;
    *) echo "no such feature: $1" >&2 && return 1 ;;
  esac
}

# Delegated permissions: what the app may ask in a person's own name, once that person has consented.
own_permissions="Calendars.ReadBasic"

permissions=""
for feature in ${features//,/ }; do
  more=$(permissions_of "$feature") || exit 2
  permissions="$permissions $more"
done

# As one would type it: quoted where the shell needs it.
print() {
  local word line="" quote="'"
  for word in "$@"; do
    case $word in *[!A-Za-z0-9_./:=@,-]*) word="$quote${word//$quote/$quote\\$quote$quote}$quote" ;; esac
    line="$line $word"
  done
  echo "${line# }"
}
# Looks; on a dry run it prints what it would look at, and finds what the second word says.
ask() {
  local otherwise=$1
  shift
  if [ -n "$dry" ]; then print "$@" >&2 && echo "$otherwise"; else "$@"; fi
}
# Changes something.
change() {
  print "$@" >&2
  if [ -z "$dry" ]; then "$@" >/dev/null; fi
}

# 1. The registration: of one tenant, since members are guests in it.
app_id=$(ask "" az ad app list --filter "displayName eq '$name'" --query '[].appId' -o tsv)
if [ "$(wc -w <<<"$app_id")" -gt 1 ]; then
  echo "more than one registration is called $name; give another --name, or delete one" >&2 && exit 1
fi
if [ -z "$app_id" ]; then
  change az ad app create --display-name "$name" --sign-in-audience AzureADMyOrg
  app_id=$(ask APP_ID az ad app list --filter "displayName eq '$name'" --query '[].appId' -o tsv)
fi
app_url="$api/applications(appId='$app_id')"

# 2. What the tab signs in to: api://HOST/APP_ID/access_as_user, with tokens of version 2; and where Entra comes back to
# when it has asked a person for consent. The claim acct tells guests, who have no calendar here to consent for.
scope_id=$(ask "" az rest --method GET --url "$app_url" --query "api.oauth2PermissionScopes[?value=='access_as_user'].id" -o tsv)
uri="api://$host/$app_id"
done_at="https://$host/tab/consent/done"
is=$(ask "" az rest --method GET --url "$app_url" --query "[to_string(api.requestedAccessTokenVersion), join(' ', identifierUris), join(' ', web.redirectUris)]" -o tsv)
if [ -z "$scope_id" ] || [ "$is" != "2"$'\n'"$uri"$'\n'"$done_at" ]; then
  scope_id=${scope_id:-$(cat /proc/sys/kernel/random/uuid 2>/dev/null || uuidgen)}
  text='"adminConsentDisplayName":"Use the app as the signed-in person","adminConsentDescription":"Teams signs people in to the tab.","userConsentDisplayName":"Brug appen som dig selv","userConsentDescription":"Teams logger dig ind i fanen."'
  scope="{\"id\":\"$scope_id\",\"value\":\"access_as_user\",\"type\":\"User\",\"isEnabled\":true,$text}"
  change az rest --method PATCH --url "$app_url" --headers Content-Type=application/json \
    --body "{\"identifierUris\":[\"$uri\"],\"web\":{\"redirectUris\":[\"$done_at\"]},\"optionalClaims\":{\"accessToken\":[{\"name\":\"acct\"}]},\"api\":{\"requestedAccessTokenVersion\":2,\"oauth2PermissionScopes\":[$scope]}}"
fi

# 3. Teams' own clients, after the scope that they are let in to.
let_in=$(ask "" az rest --method GET --url "$app_url" --query "api.preAuthorizedApplications[].appId" -o tsv)
if [ "$(sort <<<"$let_in")" != "$(tr ' ' '\n' <<<"$teams_clients" | sort)" ]; then
  clients=""
  for client in $teams_clients; do
    clients="$clients${clients:+,}{\"appId\":\"$client\",\"delegatedPermissionIds\":[\"$scope_id\"]}"
  done
  change az rest --method PATCH --url "$app_url" --headers Content-Type=application/json \
    --body "{\"api\":{\"preAuthorizedApplications\":[$clients]}}"
fi

# 4. What each person is asked for themselves, in the tab: declared here and granted to nobody.
own=""
for permission in $own_permissions; do
  scope=$(ask "ID_OF_$permission" az ad sp show --id "$graph" --query "oauth2PermissionScopes[?value=='$permission'].id" -o tsv)
  [ -n "$scope" ] || { echo "Microsoft Graph knows no $permission" >&2 && exit 1; }
  own="$own${own:+,}{\"id\":\"$scope\",\"type\":\"Scope\"}"
done
declared=$(ask "" az rest --method GET --url "$app_url" --query "requiredResourceAccess[?resourceAppId=='$graph'].resourceAccess[].id" -o tsv)
if [ "$(sort <<<"$declared")" != "$(grep -oE '"id":"[^"]+' <<<"$own" | cut -d'"' -f4 | sort)" ]; then
  change az rest --method PATCH --url "$app_url" --headers Content-Type=application/json \
    --body "{\"requiredResourceAccess\":[{\"resourceAppId\":\"$graph\",\"resourceAccess\":[$own]}]}"
fi

# 5. The registration's presence in this tenant, which is what permissions are granted to.
principal=$(ask "" az ad sp list --filter "appId eq '$app_id'" --query '[].id' -o tsv)
if [ -z "$principal" ]; then
  change az ad sp create --id "$app_id"
  principal=$(ask PRINCIPAL_ID az ad sp list --filter "appId eq '$app_id'" --query '[].id' -o tsv)
fi

# 6. Permissions and the administrator's consent to them, which are one and the same: the grant itself.
graph_principal=$(ask GRAPH_PRINCIPAL_ID az ad sp list --filter "appId eq '$graph'" --query '[].id' -o tsv)
granted=$(ask "" az rest --method GET --url "$api/servicePrincipals/$principal/appRoleAssignments" --query "value[?resourceId=='$graph_principal'].appRoleId" -o tsv)
wanted=""
for permission in $permissions; do
  role=$(ask "ID_OF_$permission" az ad sp show --id "$graph" --query "appRoles[?value=='$permission'].id" -o tsv)
  [ -n "$role" ] || { echo "Microsoft Graph knows no $permission" >&2 && exit 1; }
  wanted="$wanted $role"
  grep -qxF "$role" <<<"$granted" && continue
  change az rest --method POST --url "$api/servicePrincipals/$principal/appRoleAssignments" --headers Content-Type=application/json \
    --body "{\"principalId\":\"$principal\",\"resourceId\":\"$graph_principal\",\"appRoleId\":\"$role\"}"
done
for role in $granted; do
  case " $wanted " in *" $role "*) ;; *) echo "granted before and not asked for now: $role. Withdraw it in Entra, or name its feature" >&2 ;; esac
done

# 7. The secret, from one service into the other: through a pipe, so that no list of processes shows it.
secret=$(ask "" az keyvault secret list --vault-name "$vault" --query "[?name=='bot-password'].name" -o tsv)
if [ -z "$secret" ] || [ -n "$new_secret" ]; then
  make=(az ad app credential reset --id "$app_id" --append --years 1 --display-name "app" --query password -o tsv)
  keep=(az keyvault secret set --vault-name "$vault" --name bot-password --file /dev/stdin --encoding utf-8 --output none)
  { print "${make[@]}" && printf "  | tr -d '%s' |\n" '\012' && print "${keep[@]}"; } >&2
  if [ -z "$dry" ]; then "${make[@]}" | tr -d '\012' | "${keep[@]}"; fi
fi

echo "APP_ID=$app_id"
echo "PRINCIPAL_ID=$principal"
