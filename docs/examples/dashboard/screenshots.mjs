// Writes the screenshots of docs/images: `npm run screenshots`. It needs Chromium at /usr/bin/chromium, and fonts.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { fileURLToPath, URL } from 'node:url';
import sharp from 'sharp';
import { startExample } from '../../../test/examples/startExample.mjs';

const images = fileURLToPath(new URL('../../images/', import.meta.url));
const maxBytes = 150_000;
/** A resource with changes that are worth a look. */
const resource = /lotus-valley-billing-reports/;

const shots = [
  { file: 'dashboard-en.png', locale: 'en-US', colorScheme: 'light', viewport: { width: 1280, height: 1160 } },
  { file: 'dashboard-zh.png', locale: 'zh-CN', colorScheme: 'dark', viewport: { width: 1280, height: 1160 } },
];

for (const family of ['Inter', 'Noto Sans CJK SC']) {
  const found = execFileSync('fc-list', [family]).toString();
  assert(found, `Expected the font ${family}. On Debian it is in fonts-inter or fonts-noto-cjk.`);
}

const example = await startExample('dashboard');
try {
  mkdirSync(images, { recursive: true });
  for (const { file, ...options } of shots) {
    const { page } = await example.open({ timezoneId: 'Asia/Shanghai', reducedMotion: 'reduce', ...options });
    const option = page.getByRole('option', { name: resource });
    await option.waitFor({ state: 'attached' });
    await page.locator('.controls select').selectOption(await option.getAttribute('value'));
    await page.locator('.change', { hasText: 'public-read' }).first().waitFor();
    await page.locator('nav ul ul ul').waitFor();
    await page.locator('.progress').waitFor();
    const { size } = await sharp(await page.screenshot())
      .png({ palette: true, dither: 0, effort: 10 })
      .toFile(images + file);
    await page.context().close();
    assert(size <= maxBytes, `Expected ${file} to have at most ${maxBytes} bytes, but got ${size}.`);
    console.log(`docs/images/${file}: ${size} bytes`);
  }
} finally {
  await example.stop();
}
