//<![CDATA[
'use strict';
// The page is whole without this script: it adds a search and the sorting of tables, nothing else.
(() => {
  const page = document.documentElement;
  const words = document.querySelector('main').dataset;
  const status = document.querySelector('[role=status]');
  const collator = new Intl.Collator(page.lang, { numeric: true });
  const say = (text) => { status.textContent = text; };

  const rows = [...document.querySelectorAll('tbody tr')];
  const texts = new Map(rows.map((row) => [row, row.textContent.toLowerCase()]));
  const search = document.querySelector('input[type=search]');
  const find = () => {
    const wanted = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    let found = 0;
    for (const row of rows) {
      const fits = wanted.every((word) => texts.get(row).includes(word));
      row.hidden = !fits;
      found += fits ? 1 : 0;
    }
    for (const table of document.querySelectorAll('section[data-table]')) {
      table.hidden = wanted.length > 0 && !table.querySelector('tbody tr:not([hidden])');
    }
    if (wanted.length === 0) say('');
    else {
      // Also on paper, where it says that not all is there.
      const told = found === 0 ? words.nothing : words.found.replace('#', found);
      say(told.replace('@', search.value.trim()));
    }
  };
  search.addEventListener('input', find);
  search.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') { search.value = ''; find(); }
  });
  document.querySelector('.tools').hidden = rows.length < 2;

  const key = (row, place) => {
    const cell = row.cells[place];
    return cell.dataset.k ?? cell.textContent;
  };
  const compare = (a, b) => {
    // What is not known stands last, whichever way the rows are sorted.
    const [x, y] = [Number(a), Number(b)];
    return Number.isNaN(x) || Number.isNaN(y) ? collator.compare(a, b) : x - y;
  };
  const sort = (table, head) => {
    const place = head.cellIndex;
    const up = head.getAttribute('aria-sort') !== 'ascending';
    for (const other of table.tHead.rows[0].cells) other.setAttribute('aria-sort', 'none');
    head.setAttribute('aria-sort', up ? 'ascending' : 'descending');
    const body = table.tBodies[0];
    const sorted = [...body.rows].map((row) => [key(row, place), row]);
    sorted.sort(([a], [b]) => {
      if (a === '' || b === '') return (a === '') - (b === '');
      return up ? compare(a, b) : compare(b, a);
    });
    body.append(...sorted.map(([, row]) => row));
    say((up ? words.up : words.down).replace('#', head.textContent));
  };
  for (const table of document.querySelectorAll('table')) {
    if (table.tBodies[0].rows.length < 2) continue;
    for (const head of table.tHead.rows[0].cells) {
      const button = document.createElement('button');
      button.type = 'button';
      button.append(...head.childNodes);
      head.append(button);
      head.setAttribute('aria-sort', 'none');
      button.addEventListener('click', () => sort(table, head));
    }
  }
})();
//]]>
