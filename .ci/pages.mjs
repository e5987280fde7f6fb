// What .ci/pages.sh asks of the pages, in a real browser.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const folder = process.argv[2];
const axe = readFileSync(new URL('node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');
const browser = await chromium.launchPersistentContext(mkdtempSync(join(tmpdir(), 'pages-')), {
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  headless: true,
  viewport: { width: 1100, height: 900 },
  args: [
    '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
    '--disable-background-networking', '--disable-component-update', '--disable-sync',
  ],
});

const open = async (name) => {
  const page = await browser.newPage();
  const complaints = [];
  const requests = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('request', (request) => requests.push(request.url()));
  await page.goto(`file://${folder}/${name}`);
  return { page, complaints, requests };
};

const shown = (page) => page.locator('tbody tr:visible').count();
const column = (page, place) =>
  page.locator(`#cases tbody tr`).evaluateAll((rows, at) => rows.map((row) => row.cells[at].textContent), place);

const behaves = async () => {
  const { page, complaints, requests } = await open('public.html');
  const title = await page.title();
  assert.match(title, /建议办理情况公开/);
  const all = await shown(page);
  assert.ok(all > 60, `${all} rows`);

  // Search: rows that have every word, the rest goes; Escape brings it back.
  const search = page.getByRole('searchbox');
  await search.fill('农业服务中心 水');
  const found = await shown(page);
  assert.ok(found > 0 && found < all, `${found} of ${all}`);
  for (const row of await page.locator('tbody tr:visible').allTextContents()) {
    assert.ok(row.includes('农业服务中心') && row.includes('水'), row);
  }
  assert.equal(await page.getByRole('status').textContent(), `“农业服务中心 水”: 找到 ${found} 行`);
  await search.fill('没有这样的建议');
  assert.equal(await shown(page), 0);
  await search.press('Escape');
  assert.equal(await shown(page), all);

  // Sort: by mouse up, by key down; the heading says so.
  await page.locator('main').evaluate((main) => {
    const tables = [...main.querySelectorAll('section')];
    tables.find((section) => section.querySelector('tbody').rows.length > 40).id = 'cases';
  });
  const heads = page.locator('#cases thead th');
  const dates = await heads.evaluateAll((all) => all.findIndex((head) => head.textContent.trim() === '答复'));
  const head = heads.nth(dates);
  assert.equal(await head.getAttribute('aria-sort'), 'none');
  await head.getByRole('button').click();
  const up = await column(page, dates);
  assert.deepEqual(up, [...up].sort());
  assert.equal(await head.getAttribute('aria-sort'), 'ascending');
  await head.getByRole('button').press('Enter');
  const down = await column(page, dates);
  assert.deepEqual(down, [...up].sort().reverse());
  assert.equal(await head.getAttribute('aria-sort'), 'descending');
  assert.notDeepEqual(up, down);
  const first = heads.nth(0);
  await first.getByRole('button').press('Space');
  assert.equal(await first.getAttribute('aria-sort'), 'ascending');
  assert.equal(await head.getAttribute('aria-sort'), 'none');

  // Dark.
  const back = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await page.emulateMedia({ colorScheme: 'light' });
  const light = await back();
  await page.emulateMedia({ colorScheme: 'dark' });
  assert.notEqual(await back(), light);

  // Print: paper is light; what was searched for stands on it, for then not all is there.
  await search.fill('水');
  const some = await shown(page);
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  assert.equal(await back(), 'rgb(255, 255, 255)');
  assert.equal(await search.isVisible(), false);
  assert.match(await page.getByRole('status').textContent(), /“水”/);
  assert.equal(await shown(page), some);
  assert.ok((await page.pdf({ preferCSSPageSize: true })).length > 20_000);
  await page.emulateMedia({ media: 'screen' });

  // Nothing leaves the page, and nothing could.
  assert.deepEqual(requests, [`file://${folder}/public.html`]);
  assert.deepEqual(complaints, []);
  const reached = await page.evaluate(() => fetch('https://example.com/').then(() => true, () => false));
  assert.equal(reached, false);
  assert.ok(complaints.some((text) => text.includes('Content Security Policy')), String(complaints));
  await page.close();
};

// Without a script the page is whole: no search is offered that does not work.
const plain = async () => {
  const page = await browser.newPage();
  await page.route('**', (route) => route.continue());
  const text = readFileSync(join(folder, 'public.html'), 'utf8').replace(/<script>[\s\S]*<\/script>/, '');
  await page.setContent(text);
  assert.equal(await page.locator('.tools').isVisible(), false);
  assert.ok((await shown(page)) > 60);
  await page.close();
};

const accessible = async (name) => {
  const { page, complaints, requests } = await open(name);
  for (const colorScheme of ['light', 'dark']) {
    await page.emulateMedia({ colorScheme });
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() => axe.run());
    const told = violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html.slice(0, 120)).slice(0, 3).join(' | ')}`);
    assert.deepEqual(told, [], `${name}, ${colorScheme}`);
  }
  assert.notEqual(await page.title(), 'owned');
  assert.equal(requests.length, 1, String(requests));
  assert.deepEqual(complaints, [], name);
  // No page moves sideways, not even on a telephone: its tables do, by themselves.
  await page.setViewportSize({ width: 390, height: 800 });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(wide <= 390, `${name} is ${wide} wide`);
  await page.close();
};

await behaves();
await plain();
const pages = readdirSync(folder).filter((name) => name.endsWith('.html'));
for (const name of pages) await accessible(name);
await browser.close();
console.log(`Chromium: search, sort, dark, print, no request; axe: ${pages.length} pages, light and dark, no violation`);
