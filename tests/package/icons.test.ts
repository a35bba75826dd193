import { describe, expect, test } from '@jest/globals';
import { decode } from 'fast-png';
import { unpacked } from './unpacked.ts';

const { manifest, files } = unpacked();

/** The picture as it is, point by point: red, green, blue, and how much of it is there. */
function picture(name: string) {
  const { width, height, channels, depth, data } = decode(files[name]!);
  const point = (x: number, y: number): number[] => {
    const at = (y * width + x) * channels;
    const [red = 0, green = 0, blue = 0, alpha = 255] = data.slice(at, at + channels);
    return [red, green, blue, alpha];
  };
  const points = Array.from({ length: width * height }, (_, n) => point(n % width, Math.floor(n / width)));
  return { size: [width, height], depth, points, point };
}

describe('the colour icon', () => {
  const { size, depth, points, point } = picture(manifest.icons.color);

  test('is 192 by 192, and filled to its edges', () => {
    expect({ size, depth }).toEqual({ size: [192, 192], depth: 8 });
    expect(points.every(([, , , alpha]) => alpha === 255)).toBe(true);
  });

  test('stands on the app’s own colour, and its mark is inside what Teams never cuts off', () => {
    const ground = [0x1f, 0x5c, 0x4a, 255];
    const inside = (n: number): boolean => n >= 30 && n < 162;
    const outside = points.filter((_, n) => !inside(n % 192) || !inside(Math.floor(n / 192)));
    expect(new Set(outside.map(String))).toEqual(new Set([String(ground)]));
    expect(point(96, 60)).toEqual([255, 255, 255, 255]);
  });
});

describe('the outline icon', () => {
  const { size, points, point } = picture(manifest.icons.outline);
  const drawn = points.filter(([, , , alpha]) => alpha! > 0);

  test('is 32 by 32', () => expect(size).toEqual([32, 32]));

  test('is white where it is anything, and clear where it is not', () => {
    expect(new Set(drawn.map(([red, green, blue]) => `${red} ${green} ${blue}`))).toEqual(
      new Set(['255 255 255']),
    );
    for (const [x, y] of [
      [0, 0],
      [31, 0],
      [0, 31],
      [31, 31],
    ] as const)
      expect(point(x, y)[3]).toBe(0);
  });

  test('is lines, not a patch', () => {
    expect(drawn.length / points.length).toBeGreaterThan(0.15);
    expect(drawn.length / points.length).toBeLessThan(0.5);
  });
});
