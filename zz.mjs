import fs from 'fs'; import {chromium} from 'playwright-core'; import {findBrowser} from './packages/tooling/src/find-browser.js';
const d=process.cwd()+'/packages/elements/test/pictures/accepted/'; const {executablePath,env,args}=await findBrowser(); const b=await chromium.launch({executablePath,env,args}); 
const sheets={form:f=>f.startsWith('lead-form')&&!/queued|failed|steps|popup|slide/.test(f), form2:f=>/lead-form-(queued|failed|steps|popup|slide)|theme/.test(f), picker:f=>f.startsWith('group-picker'), stats:f=>f.startsWith('group-stats')&&!/dialog/.test(f), rest:f=>/^(campaign|contact)/.test(f)};
for (const [n,t] of Object.entries(sheets)) { const p=await b.newPage({viewport:{width:1900,height:1000}, deviceScaleFactor:0.8}); const fsx=fs.readdirSync(d).filter(t);
 const html=`<body style="margin:4px;background:#888;columns:6;column-gap:6px;font:11px sans-serif">`+fsx.map(f=>`<figure style="margin:0 0 6px;break-inside:avoid"><figcaption>${f}</figcaption><img style="max-width:100%" src="data:image/png;base64,${fs.readFileSync(d+f).toString('base64')}"></figure>`).join('');
 await p.setContent(html); await p.waitForTimeout(300); await p.screenshot({path:`/tmp/shots/sheet-${n}.png`,fullPage:true}); }
await b.close();
