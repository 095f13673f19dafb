package dev.rollcall;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A small .xlsx workbook, written by hand as Excel would: sparse cells, shared strings, and dates as numbers. */
public final class Workbook {
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships";

    private final List<String> shared = new ArrayList<>();
    private final StringBuilder sheet = new StringBuilder();
    private int row;
    private int column;

    public Workbook(List<String> header) {
        row();
        header.forEach(this::shared);
    }

    /** Every cell as text. */
    public static byte[] of(List<List<String>> rows) {
        Workbook book = new Workbook(rows.getFirst());
        rows.stream().skip(1).forEach(each -> {
            book.row();
            each.forEach(book::shared);
        });
        return book.bytes();
    }

    public Workbook row() {
        sheet.append(row == 0 ? "" : "</row>").append("<row r=\"").append(++row).append("\">");
        column = 0;
        return this;
    }

    public Workbook skip(int cells) {
        column += cells;
        return this;
    }

    public Workbook text(String text) {
        return cell(" t=\"inlineStr\"", "<is><t>" + escaped(text) + "</t></is>");
    }

    public Workbook shared(String text) {
        shared.add(text);
        return cell(" t=\"s\"", "<v>" + (shared.size() - 1) + "</v>");
    }

    public Workbook number(String number) {
        return cell("", "<v>" + number + "</v>");
    }

    /** Days since the end of 1899, shown as a date. */
    public Workbook date(String days) {
        return cell(" s=\"1\"", "<v>" + days + "</v>");
    }

    private Workbook cell(String kind, String content) {
        sheet.append("<c r=\"").append((char) ('A' + column++)).append(row).append('"');
        sheet.append(kind).append('>').append(content).append("</c>");
        return this;
    }

    public byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            part(zip, "[Content_Types].xml", """
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
                <Override PartName="/xl/workbook.xml"
                  ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
                <Override PartName="/xl/worksheets/sheet1.xml"
                  ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>
                <Override PartName="/xl/sharedStrings.xml"
                  ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>
                <Override PartName="/xl/styles.xml"
                  ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>
                </Types>\
                """);
            part(
                    zip,
                    "_rels/.rels",
                    "<Relationships xmlns=\"" + PACKAGE + "\"><Relationship Id=\"rId1\" Type=\"" + OFFICE
                            + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
            part(
                    zip,
                    "xl/_rels/workbook.xml.rels",
                    "<Relationships xmlns=\"" + PACKAGE + "\"><Relationship Id=\"rId1\" Type=\"" + OFFICE
                            + "/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
            part(
                    zip,
                    "xl/workbook.xml",
                    "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + OFFICE
                            + "\"><sheets><sheet name=\"People\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
            part(
                    zip,
                    "xl/styles.xml",
                    "<styleSheet xmlns=\"" + MAIN
                            + "\"><cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf"
                            + " numFmtId=\"14\"/></cellXfs></styleSheet>");
            StringBuilder strings = new StringBuilder("<sst xmlns=\"" + MAIN + "\">");
            shared.forEach(
                    text -> strings.append("<si><t>").append(escaped(text)).append("</t></si>"));
            part(zip, "xl/sharedStrings.xml", strings.append("</sst>").toString());
            part(
                    zip,
                    "xl/worksheets/sheet1.xml",
                    "<worksheet xmlns=\"" + MAIN + "\"><sheetData>" + sheet + "</row></sheetData></worksheet>");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void part(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + content).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
