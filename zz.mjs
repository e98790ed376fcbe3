import {chromium} from 'playwright-core'; import {findBrowser} from './packages/tooling/src/find-browser.js';
const {executablePath,env,args}=await findBrowser(); const b=await chromium.launch({executablePath,env,args});
const shot=async(name,file,o={})=>{const p=await b.newPage({viewport:{width:o.width??1280,height:o.height??900},colorScheme:o.scheme??'light'}); await p.goto('file://'+process.cwd()+'/docs/dist/documents/'+file); if(o.wait!==false) await p.waitForSelector('.live-example[data-ready]'); await p.waitForTimeout(900); const w=await p.evaluate(()=>document.documentElement.scrollWidth); console.log(name,w); if(o.act) await o.act(p); await p.screenshot({path:`/tmp/shots/d-${name}.png`,fullPage:o.full??false}); await p.close();};
await shot('stats','_fluenzr-group-stats_.html',{height:1500});
await shot('picker-dark','_fluenzr-group-picker_.html',{scheme:'dark',act:async p=>{await p.locator('.live-example fluenzr-group-picker').click();await p.waitForTimeout(600)}});
await shot('form-narrow','_fluenzr-lead-form_.html',{width:320,height:1400});
await shot('stats-narrow','_fluenzr-group-stats_.html',{width:320,height:1600});
await shot('contact','Contact_groups.html',{height:900});
await b.close();
