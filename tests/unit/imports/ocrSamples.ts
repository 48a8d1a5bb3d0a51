/** A page each, as OCR programs write them. */
export const HOCR_SAMPLE = `<?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html><head><title></title><meta name="ocr-system" content="tesseract"/></head><body>
<div class="ocr_page" id="page_1"><span class="ocr_header">人民日报 第3版</span>
<div class="ocr_carea"><p class="ocr_par"><span class="ocr_line"><span class="ocrx_word">上街</span> <span class="ocrx_word">区将大</span></span>
<span class="ocr_line"><span class="ocrx_word">力发展</span> <span class="ocrx_word">the</span> <span class="ocrx_word">new</span></span></p>
<p class="ocr_par"><span class="ocr_line"><span class="ocrx_word">次段</span></span></p></div></div></body></html>`;

export const ALTO_SAMPLE = `<alto xmlns="http://www.loc.gov/standards/alto/ns-v4#"><Tags><StructureTag ID="t1" LABEL="heading"/></Tags><Layout><Page>
<TopMargin><TextBlock ID="m"><TextLine><String CONTENT="页眉"/></TextLine></TextBlock></TopMargin>
<PrintSpace><ComposedBlock><TextBlock ID="b2"><TextLine><String CONTENT="上街区"/><SP/><String CONTENT="将大"/></TextLine><TextLine><String CONTENT="力发展"/></TextLine></TextBlock>
<TextBlock ID="b1" TAGREFS="t1"><TextLine><String CONTENT="标题"/></TextLine></TextBlock></ComposedBlock>
<TextBlock ID="b3"><TextLine><String CONTENT="the"/><SP/><String CONTENT="govern" SUBS_TYPE="HypPart1" SUBS_CONTENT="government"/><HYP CONTENT="-"/></TextLine>
<TextLine><String CONTENT="ment" SUBS_TYPE="HypPart2" SUBS_CONTENT="government"/></TextLine></TextBlock></PrintSpace></Page></Layout>
</alto>`;

export const PAGE_SAMPLE = `<PcGts xmlns="http://schema.primaresearch.org/PAGE/gts/pagecontent/2019-07-15"><Page>
<ReadingOrder><OrderedGroup id="g"><RegionRefIndexed index="1" regionRef="r1"/><RegionRefIndexed index="0" regionRef="r2"/></OrderedGroup></ReadingOrder>
<TextRegion id="r1" type="paragraph"><TextLine id="l2" custom="readingOrder {index:1;}"><TextEquiv index="1"><Unicode>误读</Unicode></TextEquiv><TextEquiv index="0"><Unicode>力发展</Unicode></TextEquiv></TextLine>
<TextLine id="l1" custom="readingOrder {index:0;}"><Word><TextEquiv><Unicode>上街区</Unicode></TextEquiv></Word><Word><TextEquiv><Unicode>将大</Unicode></TextEquiv></Word></TextLine><TextEquiv><Unicode>全文</Unicode></TextEquiv></TextRegion>
<TextRegion id="r2" type="heading"><TextLine id="l3"><TextEquiv><Unicode>标题 &amp; 一</Unicode></TextEquiv></TextLine></TextRegion>
<TextRegion id="r3" type="page-number"><TextEquiv><Unicode>— 3 —</Unicode></TextEquiv></TextRegion></Page></PcGts>`;
