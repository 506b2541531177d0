// Draws charts to SVG and PNG. Standard input: {"output": folder, "theme": …, "charts": [{name, width, height, option}]}.
// One process per bundle and charts in a fixed order, because ids inside the SVG count the drawings of a process.
import { createRequire } from 'node:module';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

// Ctrl-C reaches the whole process group; the parent decides what becomes of the pictures.
process.on('SIGINT', () => {});

const modules = process.argv[1];
const require = createRequire(join(modules, 'package.json'));
const echarts = require('echarts/dist/echarts.min.js');
const { Resvg } = require('@resvg/resvg-js');
const fonts = ['DejaVuSans.ttf', 'DejaVuSans-Bold.ttf'].map((file) => join(modules, 'node_modules/dejavu-fonts-ttf/ttf', file));
const font = { loadSystemFonts: false, fontFiles: fonts, defaultFontFamily: 'DejaVu Sans', sansSerifFamily: 'DejaVu Sans' };

const work = JSON.parse(readFileSync(0, 'utf8'));
for (const { name, width, height, option } of work.charts) {
  const chart = echarts.init(null, work.theme, { renderer: 'svg', ssr: true, width, height });
  chart.setOption({ ...option, animation: false, backgroundColor: work.theme.backgroundColor });
  const svg = chart.renderToSVGString();
  chart.dispose();
  writeFileSync(join(work.output, name + '.svg'), svg);
  const png = new Resvg(svg, { font, fitTo: { mode: 'zoom', value: 2 } }).render().asPng();
  writeFileSync(join(work.output, name + '.png'), png);
}
