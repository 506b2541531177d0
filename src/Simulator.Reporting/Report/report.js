// Draws every chart from the same definition that the picture files come from, and follows the reader's light or dark.
(() => {
  const data = JSON.parse(document.getElementById('chart-data').textContent);
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  const drawn = [];

  const draw = (name, printing) => {
    const place = document.getElementById('chart-' + name);
    const theme = dark.matches && !printing ? data.dark : data.light;
    const chart = echarts.init(place, { ...theme, backgroundColor: 'transparent' }, { renderer: 'svg' });
    chart.setOption({ ...data.charts[name], animation: !calm && !printing, animationDuration: 300 });
    return chart;
  };
  const drawAll = (printing) => {
    while (drawn.length > 0) drawn.pop().dispose();
    for (const name of Object.keys(data.charts)) drawn.push(draw(name, printing));
  };

  drawAll(window.matchMedia('print').matches);
  dark.addEventListener('change', () => drawAll(false));
  // On paper nothing can be unfolded: what belongs there is opened first.
  const folded = [...document.querySelectorAll('details.paper:not([open])')];
  window.addEventListener('beforeprint', () => { folded.forEach((part) => { part.open = true; }); drawAll(true); });
  window.addEventListener('afterprint', () => { folded.forEach((part) => { part.open = false; }); drawAll(false); });
  window.addEventListener('resize', () => drawn.forEach((chart) => chart.resize()));
})();
