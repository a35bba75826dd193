/** Files of a case, and their copies in SharePoint. */
export const files = {
  'refusal.versionFrozen': 'Der er stemt om denne version. Læg filen ind med en ny version.',
  'refusal.fileName':
    'Filen kan ikke hedde sådan. Navnet skal ende på en filtype som .docx og kan ikke indeholde tegn som / eller :. Omdøb filen, og prøv igen.',
  'refusal.fileWhole': 'Filen er allerede modtaget.',
  'refusal.filePartLength': 'En del af filen kom ikke helt igennem. Prøv igen.',
  'refusal.fileIncomplete': 'Filen er ikke modtaget helt. Prøv igen.',
  'event.fileAdded': 'Fil lagt ind: {name}',
  'event.fileChanged': 'Filen {name} er ændret i SharePoint',
  'file.failure.denied':
    'SharePoint gav ikke appen lov. Siden Opsætning viser, hvilken tilladelse der mangler, og hvem der kan give den.',
  'file.failure.noFolder':
    'Kanalens mappe i SharePoint findes ikke endnu. Åbn fanen Filer i kanalen, og prøv igen.',
  'file.failure.nameTaken':
    'Der ligger allerede en fil med det navn i mappen. Prøv igen, så lægges appens ved siden af med et nummer i navnet.',
  'file.failure.changed':
    'Filen er ændret i SharePoint, siden appen lagde den der. Appens egen er uændret og kan hentes her. Prøv igen, så lægges den ved siden af.',
  'file.failure.refused': 'SharePoint afviste filen. Læg den i kanalens mappe i hånden.',
  'file.failure.unavailable': 'SharePoint svarede ikke. Prøv igen om lidt.',
  'connection.call.filesFolder': 'Finde kanalernes mapper',
  'connection.call.files': 'Lægge sagernes filer i kanalernes mapper',
  'connection.ask.site':
    'Bed administratoren om at give appen {permission} i Entra, og SharePoints administrator om at give den rettigheden write til teamets websted (Grant-PnPAzureADAppSitePermission).',
} as const;
