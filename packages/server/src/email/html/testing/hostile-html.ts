/** Markup that has run somewhere, by what it tries. */
export const hostileHtml: Readonly<Record<string, string>> = {
  'a script': '<script>alert(1)</script>',
  'a script without an end': '<p>Hi<script>alert(1)',
  'a script in capitals, with a line end in its name': '<SCR\nIPT>alert(1)</SCRIPT><SCRIPT\n>alert(1)</script >',
  'a script made of the pieces around another': '<scr<script></script>ipt>alert(1)</script>',
  'a script behind a comment that is left out': '<<!-- -->script>alert(1)</script>',
  'a script in an attribute that closes early': '<p title="</p><script>alert(1)</script>">x</p>',
  'a script in the title': '<title><script>alert(1)</script></title>',
  'a script in a text area': '<textarea><script>alert(1)</script></textarea>',
  'a script in XMP': '<xmp><script>alert(1)</script></xmp>',
  'a script that entities hide': '&lt;script&gt;alert(1)&lt;/script&gt;&#60;script&#62;',
  'a script in a drawing': '<svg><script>alert(1)</script><style><img src=x onerror=alert(1)></style></svg>',
  'a script in a formula':
    '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
  'a script where scripts are off': '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  'an image that fails': '<img src=x onerror=alert(1)><img/src=x/onerror=alert(1)><img src="x"onerror="alert(1)">',
  'an event with odd spaces': '<p\fonclick=alert(1) \tONMOUSEOVER="alert(1)">x</p>',
  'an event on a body': '<body onload=alert(1)><p>x</p></body>',
  'an address that runs': '<a href="javascript:alert(1)">x</a>',
  'an address that runs, with controls': '<a href=" \u0001java\tscr\nipt:alert(1)">x</a>',
  'an address that runs, in entities': '<a href="&#106;avascript&colon;alert(1)">x</a>',
  'an address of VBScript, of data, of a file':
    '<a href="vbscript:x">a</a><a href="data:text/html,x">b</a><a href="file:///etc/x">c</a>',
  'an image that runs': '<img src="javascript:alert(1)"><img src="data:image/svg+xml,<svg onload=alert(1)>">',
  'a picture of many sources':
    '<picture><source srcset="https://x.example/1"><img srcset="https://x.example/2 2x"></picture>',
  'a frame': '<iframe src="https://x.example"></iframe><object data=x><embed src=x></object>',
  'a form':
    '<form action="https://x.example"><input name=password><button formaction="javascript:x">Go</button></form>',
  'a page that goes elsewhere':
    '<meta http-equiv=refresh content="0;url=https://x.example"><base href="https://x.example">',
  'a sheet of styles': '<style>@import url(https://x.example)</style><link rel=stylesheet href="https://x.example">',
  'a style that covers the page': '<div style="position:fixed;top:0;left:0;z-index:9999;margin-top:-500px">x</div>',
  'a style that fetches':
    '<div style="background:url(https://x.example);list-style:url(x);width:expression(alert(1))">x</div>',
  'a style that escapes':
    '<div style="b\\61ckground:\\75rl(x);background:u/**/rl(x);color:red;\';behavior:url(#x)">x</div>',
  'a background': '<table background="https://x.example"><td background="x">x</table>',
  'an attribute that forges ours':
    '<img data-attachment="att_other"><a data-shown-host="x" href="https://x.example">y</a>',
  'attributes that every object has': '<a constructor=1 __proto__=2 href="https://x.example" toString=3>x</a>',
  'a text of null characters': '<scr\0ipt>alert(1)</scr\0ipt>\0',
  'half a tag at the end': '<p>x<img src=x onerror=alert(1)',
};
