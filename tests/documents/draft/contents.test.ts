import { describe, expect, test } from '@jest/globals';
import { inspectContent } from '../../../bot/documents/draft/inspect.ts';
import { asReceived } from '../../../bot/documents/draft/zip.ts';
import * as made from '../../support/documents.ts';

const {
  bomb,
  compound,
  docm,
  docx,
  draggedIn,
  outlook,
  exe,
  locked,
  mail,
  odt,
  pdf,
  png,
  pptx,
  xlsm,
  xlsx,
  zip,
} = made;
const looked = async (name: string, bytes: Buffer) => inspectContent(asReceived(name, bytes));
const said = async (name: string, bytes: Buffer): Promise<string> => {
  const refusal = await looked(name, bytes);
  return refusal ? [refusal.refused, ...Object.values(refusal.params ?? {})].join(' ') : 'let in';
};
const gammel = (): Buffer => compound('WordDocument', '1Table');
const disc = (): Buffer => {
  const bytes = Buffer.alloc(40_000, 1);
  bytes.write('CD001', 0x8001, 'latin1');
  return bytes;
};

describe('what is let in', () => {
  test.each<[string, Buffer]>([
    ['Notat.docx', docx()],
    ['Ark.xlsx', xlsx()],
    ['Oplæg.pptx', pptx()],
    ['Notat.odt', odt({ 'Basic/script-lc.xml': '<x/>', 'Pictures/tegning.svg': '<svg/>' })],
    [
      'Tegning i Word.docx',
      docx('Bilag', { 'word/media/image1.svg': '<svg/>', 'word/media/image1.png': png() }),
    ],
    [
      'Lister sidst.docx',
      zip({
        'word/media/a.svg': '<svg/>',
        ...Object.fromEntries(['_rels/.rels', 'word/document.xml'].map((name) => [name, '<x/>'])),
        '[Content_Types].xml':
          '<Override ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>',
      }),
    ],
    ['Regneark i Word.docx', docx('Bilag', { 'word/embeddings/ark.xlsx': xlsx() })],
    ['Gammel.doc', compound('WordDocument')],
    ['Gammelt ark.xls', compound('Workbook')],
    ['Gammel visning.ppt', compound('PowerPoint Document')],
    ['Svar.msg', compound('__properties_version1.0', '__substg1.0_0037001F')],
    ['Svar med bilag.msg', outlook({ 'Notat.docx': docx(), 'Billede.png': png(), 'Gammel.doc': gammel() })],
    [
      'Svar på svar.msg',
      outlook({ 'Svar.msg': outlook({ 'Rapport.pdf': pdf('x'.repeat(9_000)) }), 'a.txt': 'Hej' }),
    ],
    ['Fil i Word.docx', docx('x', { 'word/embeddings/o.bin': draggedIn('Rapport.pdf', pdf()) })],
    ['Svar.eml', mail()],
    ['Rapport.pdf', pdf()],
    ['Billede.png', png()],
    ['BILLEDE.PNG', png()],
    ['Brev.rtf', Buffer.from('{\\rtf1 Hej}')],
    ['Liste.csv', Buffer.from('navn;beløb\r\nÆrø;5\r\n')],
    ['Liste fra Windows.csv', Buffer.from('navn;bel\xf8b\r\n', 'latin1')],
    ['Note.txt', Buffer.from('\ufeffBlåbærgrød')],
    ['Bilag.zip', zip({ 'a/b.docx': docx(), 'a/c.pdf': pdf(), 'c.csv': 'x;y', 'tegning.dwg': 'AC1032' })],
  ])('%s', async (name, bytes) => expect(await said(name, bytes)).toBe('let in'));
});

describe('what is refused, with the true reason', () => {
  test.each<[string, Buffer, string]>([
    ['Program.exe', exe(), 'fileProgram'],
    ['Program kaldt rapport.pdf', exe(), 'fileProgram'],
    ['Script.txt', Buffer.from('#!/bin/sh\nrm -rf x'), 'fileProgram'],
    ['Side.html', Buffer.from('<p>'), 'fileWebPage'],
    ['Side kaldt tekst.txt', Buffer.from('\n<!DOCTYPE html><html>'), 'fileWebPage'],
    ['Tegning kaldt tekst.csv', Buffer.from('<?xml version="1.0"?>\n<svg xmlns="x">'), 'fileWebPage'],
    ['Makro.docm', docm(), 'fileMacros'],
    ['Makro kaldt notat.docx', docm(), 'fileMacros'],
    ['Makro kaldt ark.xlsx', xlsm(), 'fileMacros'],
    ['Makro gemt i notat.docx', docx('x', { 'word/vbaProject.bin': 'x' }), 'fileMacros'],
    ['Gammel makro.xlsx', xlsx({ 'xl/macrosheets/sheet1.xml': '<x/>' }), 'fileMacros'],
    ['Gammel.doc', compound('WordDocument', 'Macros', '_VBA_PROJECT'), 'fileMacros'],
    ['Makro i notat.odt', odt({ 'Basic/Standard/Module1.xml': '<x/>' }), 'fileMacros'],
    ['Disk.iso', disc(), 'fileDiskImage'],
    ['Disk kaldt rapport.pdf', disc(), 'fileDiskImage'],
    ['Pakket.7z', Buffer.from('377abcaf271c0004', 'hex'), 'filePacked'],
    ['Pakket kaldt bilag.zip', Buffer.from('526172211a070100', 'hex'), 'filePacked'],
    ['Bilag.zip', zip({ 'mappe/start.bat': 'x' }), 'fileHides mappe/start.bat'],
    ['Bilag.zip', zip({ 'rapport.pdf': exe() }), 'fileHides rapport.pdf'],
    ['Bilag.zip', zip({ 'notat.docx': docm() }), 'fileHides notat.docx'],
    ['Bilag.zip', zip({ 'indre.zip': zip({ 'skjult.js': 'x' }) }), 'fileHides skjult.js'],
    ['Vedlagt.docx', docx('x', { 'word/embeddings/o.bin': exe() }), 'fileHides word/embeddings/o.bin'],
    ['Svar.eml', mail('faktura.pdf.exe'), 'fileHides .exe'],
    ['Svar.msg', outlook({ 'Faktura.pdf.exe': 'x' }), 'fileHides Faktura.pdf.exe'],
    ['Svar.msg', outlook({ 'Notat.pdf': pdf(), 'Faktura.pdf': exe() }), 'fileHides Faktura.pdf'],
    ['Svar.msg', outlook({ 'Bilag.zip': zip({ 'start.bat': 'x' }) }), 'fileHides start.bat'],
    ['Svar.msg', outlook({ 'Stort.docx': docm(), 'a.pdf': pdf('x'.repeat(9_000)) }), 'fileHides Stort.docx'],
    ['Svar.msg', outlook({ 'Svar.msg': outlook({ 'skjult.js': 'x' }) }), 'fileHides skjult.js'],
    ['Trukket ind.docx', docx('x', { 'word/o.bin': draggedIn('start.cmd', pdf()) }), 'fileHides start.cmd'],
    ['Trukket ind.docx', docx('x', { 'word/o.bin': draggedIn('a.pdf', exe()) }), 'fileHides C:\\a.pdf'],
    ['Trukket ind.zip', zip({ 'a.doc': draggedIn('start.cmd', pdf()) }), 'fileHides start.cmd'],
    [
      'Afkortet.msg',
      outlook({ 'Rapport.pdf': pdf('x'.repeat(9_000)) }).subarray(0, 3_000),
      'fileBroken .msg',
    ],
    ['Bilag.zip', locked(), 'fileEncrypted'],
    ['Ydre.zip', zip({ 'indre.zip': locked() }), 'fileEncrypted'],
    ['Låst.docx', compound('EncryptionInfo', 'EncryptedPackage'), 'fileEncrypted'],
    ['Låst.odt', odt({ 'META-INF/manifest.xml': '<manifest:encryption-data x="y">' }), 'fileEncrypted'],
    ['Rapport.pdf', docx(), 'fileDiffers .pdf .docx'],
    ['Notat.docx', pdf(), 'fileDiffers .docx .pdf'],
    ['Notat.docx', zip({ 'a.txt': 'x' }), 'fileDiffers .docx .zip'],
    ['Ark.xlsx', docx(), 'fileDiffers .xlsx .docx'],
    ['Ark.xls', compound('WordDocument'), 'fileDiffers .xls .doc'],
    ['Notat.docx', Buffer.from('blot tekst'), 'fileDiffers .docx .txt'],
    ['Tal.csv', Buffer.from('a;b\0c'), 'fileNotText .csv'],
    ['Tal.csv', Buffer.from([0x61, 0x81, 0xff]), 'fileNotText .csv'],
    ['Rapport.pdf', Buffer.from([1, 2, 3, 0, 9]), 'fileUnknown .pdf'],
    ['Notat.docx', docx().subarray(0, 150), 'fileBroken .docx'],
  ])('%s', async (name, bytes, why) => expect(await said(name, bytes)).toBe(why));

  test('a kind that nobody has named is refused by its name, with those that can come', async () => {
    expect(await said('Model.blend', Buffer.from('BLENDER'))).toMatch(/^fileKind \.blend .*\.docx/);
  });
});

describe('what is packed to do harm', () => {
  test('a few kilobytes that unpack to half a gigabyte are not unpacked', async () => {
    expect(await said('Bilag.zip', bomb(450_000_000))).toBe('fileTooPacked');
    expect(await said('Ydre.zip', zip({ 'indre.zip': bomb(450_000_000) }))).toBe('fileTooPacked');
  });

  test('a size that is a lie is found out', async () => {
    expect(await said('Bilag.zip', bomb(5_000_000, 1_000))).toMatch(/^file(Broken|TooPacked)/);
  });

  test('layers upon layers, and thousands of names, are not followed', async () => {
    const layered = [1, 2, 3, 4].reduce((inner) => zip({ 'a.zip': inner }), zip({ 'a.txt': 'x' }));
    expect(await said('Bilag.zip', layered)).toBe('fileTooPacked');
    const many = Object.fromEntries(Array.from({ length: 11_000 }, (_, n) => [`${n}`, '']));
    expect(await said('Bilag.zip', zip(many))).toBe('fileTooPacked');
  });

  test('macros are found under whatever name they lie, and however much stands around them', async () => {
    const vba = compound(...Array.from({ length: 300 }, (_, n) => `Navn ${n}`), 'VBA');
    expect(await said('Gammel.doc', Buffer.concat([compound('WordDocument'), vba.subarray(512)]))).toBe(
      'fileMacros',
    );
    const types = (type: string) =>
      `<Types>${type}<Override ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`;
    const named = (list: string) => docx('x', { '[Content_Types].xml': list });
    expect(await said('Notat.docx', named(types('application/vnd.ms-office.vbaProject')))).toBe('fileMacros');
    expect(await said('Notat.docx', named(types('application/vnd.ms-office.vba&#80;roject')))).toBe(
      'fileUnknown .docx',
    );
    expect(await said('Notat.docx', named(types(' '.repeat(4_100_000))))).toBe('fileBroken .docx');
    expect(await said('Notat.docx', docx('x', { 'word/billede.bin': vba }))).toBe(
      'fileHides word/billede.bin',
    );
  });

  test.each<[string, Buffer, number]>([
    ['Notat.docx', docx('x'.repeat(2_000)), 7],
    ['Svar.msg', outlook({ 'a.docx': docx(), 'b.pdf': pdf('x'.repeat(9_000)) }), 31],
  ])('bytes that make no sense never break the look: %s', async (name, good, step) => {
    for (let at = 0; at < good.length; at += step) {
      const bytes = Buffer.from(good);
      bytes[at]! ^= 0xff;
      expect(typeof (await said(name, bytes))).toBe('string');
    }
  });

  test('a list that goes round in a mail comes to an end', async () => {
    const round = outlook({ 'Rapport.pdf': pdf('x'.repeat(90_000)) });
    const [table, list] = [512 * (round.readUInt32LE(76) + 1), round.readUInt32LE(48)];
    round.writeUInt32LE(list, table + 4 * list);
    expect(await said('Svar.msg', round)).toBe('fileBroken .msg');
  });
});
