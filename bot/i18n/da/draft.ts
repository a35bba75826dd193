export const draftWords = {
  'refusal.versionFrozen': 'Der er stemt om denne version. Læg filen ind med en ny version.',
  'refusal.fileName':
    'Filen kan ikke hedde sådan. Navnet skal ende på en filtype som .docx og kan ikke indeholde tegn som / eller :. Omdøb filen, og prøv igen.',
  'refusal.fileName.unseen':
    'Filen kan ikke hedde sådan. Der er et usynligt tegn eller et linjeskift i navnet. Skriv navnet forfra, og prøv igen.',
  'refusal.fileName.reserved':
    'Filen kan ikke hedde sådan. {name} er et navn, Windows bruger selv, og filen kunne ikke gemmes på en pc. Omdøb filen, og prøv igen.',
  'refusal.fileWhole': 'Filen er allerede modtaget.',
  'refusal.filePartLength': 'En del af filen kom ikke helt igennem. Prøv igen.',
  'refusal.fileIncomplete': 'Filen er ikke modtaget helt. Prøv igen.',
  'refusal.fileKind': 'Filer af typen {ending} kan ikke lægges ind. Det kan: {taken}.',
  'refusal.fileProgram':
    'Filen er et program eller et script og kan ikke lægges ind: den kan gøre skade hos dem, der åbner den.',
  'refusal.fileWebPage':
    'Filen er en hjemmeside eller en SVG-tegning og kan ikke lægges ind: den kan køre kode hos dem, der åbner den. Gem den som PDF eller billede.',
  'refusal.fileMacros':
    'Filen har makroer og kan ikke lægges ind: de kan køre kode hos dem, der åbner den. Gem den uden makroer, for eksempel som .docx eller .xlsx.',
  'refusal.fileDiskImage': 'Filen er et diskaftryk og kan ikke lægges ind: det kan skjule programmer.',
  'refusal.filePacked':
    'Filen er pakket, så appen ikke kan se, hvad der er i den. Læg filerne ind hver for sig, eller pak dem som .zip.',
  'refusal.fileHides':
    'Der er noget i filen, som ikke kan lægges ind: {inside}. Et program, et script, en hjemmeside, makroer eller et diskaftryk kan gøre skade hos dem, der åbner det.',
  'refusal.fileOpaque':
    'I filen ligger noget, som appen ikke kan se ind i: {inside}. Tag det ud, og læg det ind for sig, eller gem filen uden det.',
  'refusal.fileLoads':
    'Filen henter eller starter noget af sig selv, når den åbnes: {inside}. Fjern henvisningen (i Office under Filer, Oplysninger, Rediger links til filer; en skabelon under Udvikler, Dokumentskabelon), og gem filen igen.',
  'refusal.fileEncrypted':
    'Filen er krypteret eller har adgangskode, så ingen kan se, hvad der er i den. Fjern adgangskoden, og prøv igen.',
  'refusal.fileTooPacked':
    'Filen fylder for meget, når den pakkes ud, eller er pakket i for mange lag. Læg filerne ind hver for sig.',
  'refusal.fileBroken':
    'Filen ender på {ending}, men er beskadiget og kan ikke læses. Gem den igen, og prøv så.',
  'refusal.fileNotText':
    'Filen ender på {ending}, men er ikke ren tekst. Gem den som tekst i UTF-8, og prøv igen.',
  'refusal.fileUnknown':
    'Filen ender på {ending}, men indholdet er noget andet. Gem den i den rigtige type, og prøv igen.',
  'refusal.fileDiffers':
    'Filen ender på {ending}, men indholdet er {found}. Giv den det rigtige navn, eller gem den i den rigtige type.',
  'refusal.fileBusy': 'Appen er ved at undersøge mange filer. Filen er ikke lagt ind. Prøv igen om lidt.',
  'refusal.fileInfected':
    'Scanneren fandt skadelig kode i filen. Den er ikke lagt ind, og appen har ikke gemt den.',
  'refusal.scannerMissing':
    'Filen er ikke lagt ind: scanneren for skadelig kode kunne ikke startes. Appen har prøvet flere gange. Prøv igen om lidt, og sig det til dem, der driver appen.',
  'refusal.scannerSilent':
    'Filen er ikke lagt ind: scanneren for skadelig kode svarede ikke inden for {seconds} sekunder. Prøv igen om lidt, og sig det til dem, der driver appen.',
  'refusal.scannerFailed':
    'Filen er ikke lagt ind: scanneren for skadelig kode meldte en fejl ({exit}). Appen har prøvet flere gange. Prøv igen om lidt, og sig det til dem, der driver appen.',
  'refusal.duplicateClause': 'Underpunkt {clause} står der to gange.',
  'event.fileAdded': 'Fil lagt ind: {name}',
  'event.fileChanged': 'Filen {name} er ændret i SharePoint',
  'event.versionAdded': 'Version {number} lagt ind: {title}',
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
};

/** What the tab says of it: no more than that comes along with a page. */
export const draftTab = {
  'tab.case.part.documents': 'Dokumenter',
  'tab.version.none': 'Der er ingen dokumenter endnu.',
  'tab.version.name': 'Version {number}: {title}',
  'tab.version.clauses': 'Krav og anbefalinger: {count}',
  'tab.version.hash': 'Dokumentets fingeraftryk',
  'tab.version.add': 'Tilføj en version',
  'tab.version.added': 'Versionen er gemt.',
  'tab.version.docKind': 'Slags dokument',
  'tab.version.title': 'Titel',
  'tab.version.pasteHint':
    'Kopiér en tabel fra Word eller Excel (nummer, krav eller anbefaling, overskrift, tekst), og sæt den ind i et felt. Hver række bliver sit eget krav.',
  'tab.version.row': 'Række {number}',
  'tab.version.number': 'Nummer',
  'tab.version.kind': 'Slags',
  'tab.version.heading': 'Overskrift',
  'tab.version.text': 'Tekst',
  'tab.version.remove': 'Fjern',
  'tab.version.removeRow': 'Fjern række {number}',
  'tab.version.addRow': 'Tilføj en række',
  'tab.version.copyFrom': 'Hent rækkerne fra version {number}',
  'tab.version.save': 'Gem versionen',
  'tab.diff.title': 'Sammenlign to versioner',
  'tab.diff.from': 'Fra',
  'tab.diff.to': 'Til',
  'tab.diff.counts': '{changed} ændret, {added} tilføjet, {removed} fjernet, {same} uændret.',
  'tab.diff.same': 'uændret',
  'tab.diff.changed': 'ændret',
  'tab.diff.added': 'tilføjet',
  'tab.diff.removed': 'fjernet',
  'tab.comments.heard': 'som det var i høring',
  'tab.comments.nowIn': 'i version {number}',
  'tab.file.title': 'Filer',
  'tab.file.none': 'Der er ingen filer endnu.',
  'tab.file.add': 'Læg en fil ind',
  'tab.file.choose': 'Fil (højst {most})',
  'tab.file.belongs': 'Hører til',
  'tab.file.wholeCase': 'hele forløbet',
  'tab.file.withVersion': 'version {number}, og der stemmes om den sammen med den',
  'tab.file.send': 'Læg filen ind',
  'tab.file.sending': '{done} af {size} er modtaget.',
  'tab.file.away': 'Forbindelsen er væk. Der prøves igen, og det, der er modtaget, er modtaget.',
  'tab.file.added': 'Filen {name} er lagt ind.',
  'tab.file.empty': 'Filen er tom: der er intet i den. Vælg den rigtige fil, eller gem den igen, og prøv så.',
  'tab.file.tooLarge': 'Filen er for stor: {size}. Den må højst være {most}.',
  'tab.file.again': 'udgave {number}',
  'tab.file.ofVersion': 'med version {number}',
  'tab.file.fetch': 'Hent {name}',
  'tab.file.open': 'Åbn i SharePoint',
  'tab.file.state.here': 'Kun i appen',
  'tab.file.state.waiting': 'På vej til SharePoint: {done} af {size}',
  'tab.file.state.there': 'Også i kanalens mappe',
  'tab.file.state.changed': 'Ændret i SharePoint',
  'tab.file.state.failed': 'Kun i appen',
  'tab.file.retry': 'Prøv igen: {name}',
  'tab.file.retried': 'SharePoint bliver spurgt igen nu.',
  'tab.file.notFetched': 'Filen kunne ikke hentes. Prøv igen.',
};
