import { describe, expect, test } from '@jest/globals';
import { inspectContent } from '../../../bot/documents/draft/inspect.ts';
import { asReceived } from '../../../bot/documents/draft/zip.ts';
import { docx } from '../../support/documents.ts';

const said = async (name: string, bytes: Buffer): Promise<string> =>
  (await inspectContent(asReceived(name, bytes)))?.refused ?? 'let in';
const field = (instruction: string, more = ''): Buffer =>
  docx('x', { 'word/document.xml': `<w:r>${more}<w:instrText>${instruction}</w:instrText></w:r>` });
const rich = (instruction: string): Buffer =>
  Buffer.from(`{\\rtf1{\\field{\\*\\fldinst {\\rs1 ${instruction.replaceAll('\\', '\\\\')}}}{\\fldrslt x}}}`);
const page = 'INCLUDEPICTURE "https://x.example/a.png" \\* MERGEFORMATINET';

describe('a field that fetches from elsewhere is refused', () => {
  test.each([
    'INCLUDEPICTURE "http://x.example/a.png" \\d ',
    'INCLUDEPICTURE "\\\\\\\\server.example\\\\s\\\\a.png" \\* MERGEFORMAT ',
    'INCLUDETEXT "http://x.example/a.docx" ',
    'LINK Word.Document.8 "\\\\\\\\server.example\\\\a.docx" \\a ',
    'RD "\\\\\\\\server.example\\\\a.docx" ',
    'IMPORT "file://server.example/a.png" ',
    'DDE cmd "/c calc" ',
  ])('%s', async (instruction) => {
    expect(await said('Notat.docx', field(instruction))).toBe('fileLoads');
    expect(await said('Brev.rtf', rich(instruction))).toBe('fileLoads');
  });

  test('so is a pasted picture that is fetched anew', async () => {
    expect(await said('Notat.docx', field(page, '<w:fldChar w:fldCharType="begin" w:dirty="true"/>'))).toBe(
      'fileLoads',
    );
  });

  test.each([
    page,
    'INCLUDEPICTURE "cid:image001.png@01D8" \\* MERGEFORMATINET',
    'INCLUDEPICTURE "C:\\\\Users\\\\x\\\\a.png" \\d',
    'LINK Excel.Sheet.12 "C:\\\\Bilag\\\\ark.xlsx" "Ark1!R1C1" \\a',
    'HYPERLINK "http://x.example/LINK a" \\d',
  ])('what is near, kept or pressed is let in: %s', async (instruction) => {
    expect(await said('Notat.docx', field(instruction))).toBe('let in');
    expect(await said('Brev.rtf', rich(instruction))).toBe('let in');
  });
});

describe('a word of rich text ends before its number', () => {
  test.each<[string, string]>([
    ['{\\object\\objemb{\\*\\objdata0105000002000000}}', 'fileOpaque'],
    ['{\\object\\objemb{\\*\\objdata1 0105000002000000}}', 'fileOpaque'],
    ['{\\*\\template1 http://x.example/t.dotm}', 'fileLoads'],
    ['{\\template http://x.example/t.dotm}', 'fileLoads'],
  ])('%s', async (text, why) => {
    expect(await said('Brev.rtf', Buffer.from(`{\\rtf1${text} Hej}`))).toBe(why);
  });
});
