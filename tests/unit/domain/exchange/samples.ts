/** A NewsML 1.2 item as a French agency sends it: photo component, NITF-like paragraphs, sign-off. */
export const newsml1 = `<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE NewsML PUBLIC "urn:newsml:iptc.org:20021018:NewsMLv1.2:1" "NewsML_1.2.dtd">
<NewsML Version="1.2">
  <NewsEnvelope><SentFrom><Party FormalName="OAP"/></SentFrom><DateAndTime>20170502T191500Z</DateAndTime></NewsEnvelope>
  <NewsItem xml:lang="fr">
    <Identification>
      <NewsIdentifier><ProviderId>orbaz.example</ProviderId><DateId>20170502</DateId>
        <NewsItemId>TX-OAP-17</NewsItemId><RevisionId PreviousRevision="1" Update="N">2</RevisionId>
        <PublicIdentifier>urn:newsml:orbaz.example:20170502:TX-OAP-17:2N</PublicIdentifier></NewsIdentifier>
      <NameLabel>Orbaz-pont-transport</NameLabel>
    </Identification>
    <NewsManagement>
      <NewsItemType FormalName="News"/><FirstCreated>20170502T191400Z</FirstCreated>
      <ThisRevisionCreated>20170502T201400Z</ThisRevisionCreated>
      <Status FormalName="Usable"/><Urgency FormalName="3"/>
    </NewsManagement>
    <NewsComponent>
      <NewsComponent>
        <Role FormalName="Main"/>
        <NewsLines><HeadLine>Le pont d'Orbaz fermé au moins six mois</HeadLine><ByLine>Par Ana TOLLE</ByLine>
          <DateLine>Orbaz (France), 2 mai 2017 (OAP) -</DateLine><SlugLine>Orbaz-pont</SlugLine></NewsLines>
        <AdministrativeMetadata><Provider><Party FormalName="OAP"/></Provider></AdministrativeMetadata>
        <DescriptiveMetadata><Language FormalName="fr"/>
          <SubjectCode><SubjectMatter FormalName="04015001"/></SubjectCode></DescriptiveMetadata>
        <ContentItem><DataContent>
          <p>Le pont d'Orbaz, fermé depuis mardi, ne rouvrira pas avant l'automne.</p>
          <h3>Une fissure</h3>
          <p>Une fissure a été vue par un passant &lt;à pied&gt;.</p>
          <p>at/cl/mbr</p>
        </DataContent></ContentItem>
      </NewsComponent>
      <NewsComponent>
        <Role FormalName="Picture"/>
        <NewsComponent><Role FormalName="Caption"/><NewsLines><CreditLine>OAP/Jo Lin</CreditLine></NewsLines>
          <ContentItem><DataContent><p>Le pont, mardi à Orbaz</p></DataContent></ContentItem></NewsComponent>
        <NewsComponent><ContentItem Href="photo_17.jpg"><MediaType FormalName="Photo"/></ContentItem></NewsComponent>
      </NewsComponent>
    </NewsComponent>
  </NewsItem>
</NewsML>`;

/** An IPTC 7901 message: padding, control bytes, Latin-1, lines cut at 60 columns. */
export const iptc7901 = Buffer.from(
  '\x7f\x7f\r\n\x7f\x01oap017 3 EC 58 orbaz OAP 0017\r\norbaz/pont/\r\n' +
    "\x02Le pont d'Orbaz ferm\u00e9 au moins six mois =\r\n" +
    "   Orbaz (oap) - Le pont d'Orbaz, ferm\u00e9 depuis mardi, ne rouvri-\r\n" +
    "ra pas avant l'automne, a dit le maire \u00abd\u00e9sol\u00e9\u00bb de la com-\r\nmune.\r\n" +
    '   Une fissure\r\n' +
    '   Une fissure a \u00e9t\u00e9 vue par un passant, \u00e0 pied.\r\n' +
    '(oap/mbr)\r\n\x03021914 GMT mai 17\r\n\x04',
  'latin1',
);

/** A multipart e-mail with a quoted-printable HTML part, encoded headers and an attachment. */
export const email = Buffer.from(
  [
    'Received: by mail.orbaz.example; Tue, 2 May 2017 21:14:05 +0200',
    'From: =?utf-8?q?Ana_Toll=C3=A9?= <ana@orbaz.example>',
    'To: desk@example.org',
    'Subject: =?iso-8859-1?q?Le_pont_d=27Orbaz_ferm=E9?=',
    'Date: Tue, 2 May 2017 21:14:00 +0200',
    'Message-ID: <17.orbaz@orbaz.example>',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary="b1"',
    '',
    '--b1',
    'Content-Type: multipart/alternative; boundary=b2',
    '',
    '--b2',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: quoted-printable',
    '',
    'Le pont d=27Orbaz est ferm=C3=A9.',
    '--b2',
    'Content-Type: text/html; charset=utf-8',
    'Content-Transfer-Encoding: quoted-printable',
    '',
    '<html><body><p>Le pont d=27Orbaz est <b>ferm=C3=A9</b>=',
    ' depuis mardi.</p><p>Rien de plus.</p><img src=3D"http://t.example/x.gif"></body></html>',
    '--b2--',
    '--b1',
    'Content-Type: application/pdf; name="plan.pdf"',
    'Content-Disposition: attachment; filename="plan.pdf"',
    'Content-Transfer-Encoding: base64',
    '',
    'JVBERi0xLjQK',
    '--b1--',
    '',
  ].join('\r\n'),
);

/** A live blog as JSON-LD in a page. */
export const liveBlog = `<!DOCTYPE html><html lang="en"><head><title>Site</title>
<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"Site"},
{"@type":"LiveBlogPosting","@id":"https://example.org/live/17","headline":"Bridge shut in Orbaz","inLanguage":"en",
"datePublished":"2017-05-02T21:14:00+02:00","articleBody":"The bridge is shut.\\nNobody was hurt.",
"image":{"@type":"ImageObject","caption":"The bridge","creditText":"OAP","url":"https://example.org/b.jpg"},
"liveBlogUpdate":[
{"@type":"BlogPosting","headline":"It stays shut","datePublished":"2017-05-02T23:00:00+02:00","articleBody":"Until autumn."},
{"@type":"BlogPosting","headline":"A crack","datePublished":"2017-05-02T22:00:00+02:00","articleBody":"<p>A <em>crack</em> was seen.</p>"}]}]}</script>
</head><body><nav>Home</nav><main><h1>Bridge shut in Orbaz</h1><p>The bridge is shut.</p></main></body></html>`;

/** An Atom feed with text, HTML and XHTML content. */
export const atom = `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr"><title>Orbaz</title>
<entry><id>urn:x:1</id><title type="html">Le pont &amp;amp; la route</title><published>2017-05-02T21:14:00+02:00</published>
<author><name>Ana</name></author><category term="transport"/>
<content type="html">&lt;p&gt;Le pont est &lt;strong&gt;ferm&amp;eacute;&lt;/strong&gt;.&lt;/p&gt;&lt;script&gt;x()&lt;/script&gt;</content></entry>
<entry><id>urn:x:2</id><title>Deux</title><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>La route.</p></div></content></entry>
<entry><id>urn:x:3</id><title>Trois</title><summary>Une &lt; deux.</summary></entry></feed>`;
