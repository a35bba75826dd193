import CFB from 'cfb';
import { strToU8, zipSync, type Zippable } from 'fflate';

type Parts = Record<string, string | Uint8Array>;
const bytes = (part: string | Uint8Array): Uint8Array => (typeof part === 'string' ? strToU8(part) : part);

export const zip = (parts: Parts): Buffer =>
  Buffer.from(
    zipSync(Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, bytes(part)])) as Zippable),
  );

const typesOf = (main: string): string =>
  `<?xml version="1.0"?><Types><Override PartName="/main.xml" ContentType="application/vnd.${main}+xml"/></Types>`;

const office = (main: string, folder: string, more: Parts = {}): Buffer =>
  zip({
    '[Content_Types].xml': typesOf(main),
    '_rels/.rels': '<Relationships/>',
    [`${folder}/main.xml`]: '<main/>',
    ...more,
  });

export const docx = (text = 'Bilag', more: Parts = {}): Buffer =>
  office('openxmlformats-officedocument.wordprocessingml.document.main', 'word', {
    'word/document.xml': `<w:document><w:t>${text}</w:t></w:document>`,
    ...more,
  });
export const docm = (): Buffer => office('ms-word.document.macroEnabled.main', 'word');
export const xlsx = (more: Parts = {}): Buffer =>
  office('openxmlformats-officedocument.spreadsheetml.sheet.main', 'xl', more);
export const xlsm = (): Buffer => office('ms-excel.sheet.macroEnabled.main', 'xl');
export const pptx = (): Buffer =>
  office('openxmlformats-officedocument.presentationml.presentation.main', 'ppt');
export const odt = (more: Parts = {}): Buffer =>
  zip({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<office/>', ...more });

export const pdf = (text: string | Buffer = 'Bilag'): Buffer =>
  Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.from(text)]);
export const exe = (): Buffer => Buffer.concat([Buffer.from('MZ'), Buffer.alloc(300, 7)]);
export const png = (): Buffer =>
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );

/** As the Office of before 2007 and Outlook keep things, written by somebody else's program. */
export function compoundOf(streams: Parts): Buffer {
  const file = CFB.utils.cfb_new();
  for (const [path, content] of Object.entries(streams))
    CFB.utils.cfb_add(file, `/${path}`, Buffer.from(bytes(content)));
  return CFB.write(file, { type: 'buffer' }) as Buffer;
}
export const compound = (...names: string[]): Buffer =>
  compoundOf(Object.fromEntries(names.map((name) => [name, 'x'])));

/** A mail of Outlook's, with what is attached to it, in the order of the names. */
export const outlook = (attached: Parts): Buffer => {
  const each = Object.entries(attached).map(([name, content], index): Parts => {
    const folder = `__attach_version1.0_#0000000${index}`;
    return {
      [`${folder}/__substg1.0_37010102`]: bytes(content),
      [`${folder}/__substg1.0_3704001F`]: Buffer.from(name.slice(0, 8), 'utf16le'),
      [`${folder}/__substg1.0_3707001F`]: Buffer.from(name, 'utf16le'),
    };
  });
  return compoundOf(Object.assign({ '__properties_version1.0': 'x', '__substg1.0_0037001F': 'x' }, ...each));
};

/** What Office makes of a file that was dragged into a document: two names, a path, and its bytes. */
export function draggedIn(name: string, content: Buffer): Buffer {
  const text = (value: string): Buffer => Buffer.from(`${value}\0`, 'latin1');
  const number = (value: number): Buffer => {
    const four = Buffer.alloc(4);
    four.writeUInt32LE(value);
    return four;
  };
  const path = text(`C:\\${name}`);
  const inside = [Buffer.from([2, 0]), text(name), path, number(0x30000), number(path.length), path];
  const whole = Buffer.concat([...inside, number(content.length), content]);
  return compoundOf({ '\x01Ole10Native': Buffer.concat([number(whole.length), whole]) });
}

/** A zip whose first file says that it is encrypted. */
export function locked(): Buffer {
  const whole = zip({ 'notat.txt': 'hemmeligt' });
  whole[6]! |= 1;
  const central = whole.indexOf(Buffer.from('PK\u0001\u0002'));
  whole[central + 8]! |= 1;
  return whole;
}

/** So much of nothing, packed small, with what it says that it unpacks to. */
export function bomb(bytes: number, says = bytes): Buffer {
  const whole = zip({ 'nul.txt': new Uint8Array(Math.min(bytes, 5_000_000)) });
  whole.writeUInt32LE(says, whole.indexOf(Buffer.from('PK\u0001\u0002')) + 24);
  return whole;
}

/** A mail with one part beside its text: the head of the part, and what is in it. */
export const mailOf = (head: string, content: string | Buffer = 'eHh4', text = 'Hej'): Buffer =>
  Buffer.from(
    [
      'From: Kontaktperson <kontakt@example.dk>',
      'Subject: Svar',
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary=x',
      '',
      '--x',
      'Content-Type: text/plain',
      '',
      text,
      '--x',
      head,
      '',
      typeof content === 'string' ? content : content.toString('base64').replaceAll(/.{76}/g, '$&\r\n'),
      '--x--',
      '',
    ].join('\r\n'),
  );
/** The same with something attached under a name, as every program writes it. */
export const mailWith = (name: string, content: Buffer): Buffer =>
  mailOf(`Content-Disposition: attachment; filename="${name}"\r\nContent-Transfer-Encoding: base64`, content);

/** A list of what a part of a document refers to elsewhere. */
export const relation = (type: string, target: string, mode = 'External'): string =>
  `<?xml version="1.0"?><Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}" TargetMode="${mode}"/></Relationships>`;

export const mail = (attached = 'notat.pdf'): Buffer =>
  Buffer.from(
    [
      'From: Kontaktperson <kontakt@example.dk>',
      'Subject: Svar',
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary=x',
      '',
      '--x',
      `Content-Disposition: attachment; filename="${attached}"`,
      '',
      'eHh4',
      '--x--',
      '',
    ].join('\r\n'),
  );
