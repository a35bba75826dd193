export const draftWords = {
  'refusal.versionFrozen': 'This version was voted on. Add the file with a new version.',
  'refusal.fileName':
    'The file cannot be called that. The name must end in a file type like .docx and cannot hold signs like / or :. Rename the file, and try again.',
  'refusal.fileName.unseen':
    'The file cannot be called that. There is an invisible sign or a line break in the name. Type the name anew, and try again.',
  'refusal.fileName.reserved':
    'The file cannot be called that. {name} is a name that Windows uses itself, and the file could not be saved on a PC. Rename the file, and try again.',
  'refusal.fileWhole': 'The file was received already.',
  'refusal.filePartLength': 'A part of the file did not come through whole. Try again.',
  'refusal.fileIncomplete': 'The file was not received whole. Try again.',
  'refusal.fileKind': 'Files of the kind {ending} cannot be added. These can: {taken}.',
  'refusal.fileProgram':
    'The file is a program or a script and cannot be added: it can do harm to those who open it.',
  'refusal.fileWebPage':
    'The file is a web page or an SVG drawing and cannot be added: it can run code where it is opened. Save it as PDF or as a picture.',
  'refusal.fileMacros':
    'The file has macros and cannot be added: they can run code where it is opened. Save it without macros, for instance as .docx or .xlsx.',
  'refusal.fileDiskImage': 'The file is a disk image and cannot be added: it can hide programs.',
  'refusal.filePacked':
    'The file is packed so that the app cannot see what is in it. Add the files one by one, or pack them as .zip.',
  'refusal.fileHides':
    'There is something in the file that cannot be added: {inside}. A program, a script, a web page, macros or a disk image can do harm to those who open it.',
  'refusal.fileOpaque':
    'There is something in the file that the app cannot look into: {inside}. Take it out and add it by itself, or save the file without it.',
  'refusal.fileLoads':
    'The file fetches or starts something by itself when it is opened: {inside}. Remove the reference (in Office under File, Info, Edit Links to Files; a template under Developer, Document Template), and save the file again.',
  'refusal.fileEncrypted':
    'The file is encrypted or has a password, so nobody can see what is in it. Remove the password, and try again.',
  'refusal.fileTooPacked':
    'The file is too large when it is unpacked, or is packed in too many layers. Add the files one by one.',
  'refusal.fileBroken':
    'The file ends in {ending}, but is damaged and cannot be read. Save it again, and then try.',
  'refusal.fileNotText':
    'The file ends in {ending}, but is not plain text. Save it as text in UTF-8, and try again.',
  'refusal.fileUnknown':
    'The file ends in {ending}, but its content is something else. Save it in the right kind, and try again.',
  'refusal.fileDiffers':
    'The file ends in {ending}, but its content is {found}. Give it the right name, or save it in the right kind.',
  'refusal.fileBusy': 'The app is examining many files. The file was not added. Try again in a while.',
  'refusal.fileInfected':
    'The scanner found harmful code in the file. It was not added, and the app has not kept it.',
  'refusal.scannerMissing':
    'The file was not added: the scanner for harmful code could not be started. The app has tried several times. Try again in a while, and tell those who run the app.',
  'refusal.scannerSilent':
    'The file was not added: the scanner for harmful code did not answer within {seconds} seconds. Try again in a while, and tell those who run the app.',
  'refusal.scannerFailed':
    'The file was not added: the scanner for harmful code told of an error ({exit}). The app has tried several times. Try again in a while, and tell those who run the app.',
  'refusal.duplicateClause': 'Clause {clause} occurs twice.',
  'event.fileAdded': 'File added: {name}',
  'event.fileChanged': 'The file {name} was changed in SharePoint',
  'event.versionAdded': 'Version {number} added: {title}',
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
};

/** What the tab says of it: no more than that comes along with a page. */
export const draftTab = {
  'tab.case.part.documents': 'Documents',
  'tab.version.none': 'There are no documents yet.',
  'tab.version.name': 'Version {number}: {title}',
  'tab.version.clauses': 'Requirements and recommendations: {count}',
  'tab.version.hash': 'Fingerprint of the document',
  'tab.version.add': 'Add a version',
  'tab.version.added': 'The version is saved.',
  'tab.version.docKind': 'Kind of document',
  'tab.version.title': 'Title',
  'tab.version.pasteHint':
    'Copy a table from Word or Excel (number, requirement or recommendation, heading, text) and paste it into a field. Each line becomes a clause of its own.',
  'tab.version.row': 'Row {number}',
  'tab.version.number': 'Number',
  'tab.version.kind': 'Kind',
  'tab.version.heading': 'Heading',
  'tab.version.text': 'Text',
  'tab.version.remove': 'Remove',
  'tab.version.removeRow': 'Remove row {number}',
  'tab.version.addRow': 'Add a row',
  'tab.version.copyFrom': 'Copy the rows of version {number}',
  'tab.version.save': 'Save the version',
  'tab.diff.title': 'Compare two versions',
  'tab.diff.from': 'From',
  'tab.diff.to': 'To',
  'tab.diff.counts': '{changed} changed, {added} added, {removed} removed, {same} unchanged.',
  'tab.diff.same': 'unchanged',
  'tab.diff.changed': 'changed',
  'tab.diff.added': 'added',
  'tab.diff.removed': 'removed',
  'tab.comments.heard': 'as it was heard',
  'tab.comments.nowIn': 'in version {number}',
  'tab.file.title': 'Files',
  'tab.file.none': 'There are no files yet.',
  'tab.file.add': 'Add a file',
  'tab.file.choose': 'File (at most {most})',
  'tab.file.belongs': 'Belongs to',
  'tab.file.wholeCase': 'the whole case',
  'tab.file.withVersion': 'version {number}, and it is voted on together with it',
  'tab.file.send': 'Add the file',
  'tab.file.sending': '{done} of {size} received.',
  'tab.file.away': 'The connection is away. It is tried again, and what has been received stays received.',
  'tab.file.added': 'The file {name} was added.',
  'tab.file.empty':
    'The file is empty: there is nothing in it. Choose the right file, or save it again, and then try.',
  'tab.file.tooLarge': 'The file is too large: {size}. It may be {most} at most.',
  'tab.file.again': 'edition {number}',
  'tab.file.ofVersion': 'with version {number}',
  'tab.file.fetch': 'Download {name}',
  'tab.file.open': 'Open in SharePoint',
  'tab.file.state.here': 'In the app only',
  'tab.file.state.waiting': 'On its way to SharePoint: {done} of {size}',
  'tab.file.state.there': 'Also in the channel’s folder',
  'tab.file.state.changed': 'Changed in SharePoint',
  'tab.file.state.failed': 'In the app only',
  'tab.file.retry': 'Try again: {name}',
  'tab.file.retried': 'SharePoint is asked again now.',
  'tab.file.notFetched': 'The file could not be downloaded. Try again.',
};
