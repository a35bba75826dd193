import type { files as danish } from '../da/files.ts';

export const files: Record<keyof typeof danish, string> = {
  'refusal.versionFrozen': 'This version was voted on. Add the file with a new version.',
  'refusal.fileName':
    'The file cannot be called that. The name must end in a file type like .docx and cannot hold signs like / or :. Rename the file, and try again.',
  'refusal.fileWhole': 'The file was received already.',
  'refusal.filePartLength': 'A part of the file did not come through whole. Try again.',
  'refusal.fileIncomplete': 'The file was not received whole. Try again.',
  'event.fileAdded': 'File added: {name}',
  'event.fileChanged': 'The file {name} was changed in SharePoint',
  'file.failure.denied':
    'SharePoint did not let the app do it. The page Setup shows which permission is missing and who can give it.',
  'file.failure.noFolder':
    'The channel has no folder in SharePoint yet. Open the tab Files in the channel, and try again.',
  'file.failure.nameTaken':
    'There is a file of that name in the folder already. Try again, and the app’s goes beside it with a number in its name.',
  'file.failure.changed':
    'The file was changed in SharePoint since the app put it there. The app’s own is unchanged and can be fetched here. Try again, and it goes beside it.',
  'file.failure.refused': 'SharePoint refused the file. Put it into the channel’s folder by hand.',
  'file.failure.unavailable': 'SharePoint did not answer. Try again in a while.',
  'connection.call.filesFolder': 'Find the channels’ folders',
  'connection.call.files': 'Put the cases’ files into the channels’ folders',
  'connection.ask.site':
    'Ask the administrator to grant the app {permission} in Entra, and SharePoint’s administrator to give it the right write on the team’s site (Grant-PnPAzureADAppSitePermission).',
};
