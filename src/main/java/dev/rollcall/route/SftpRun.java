package dev.rollcall.route;

import dev.rollcall.run.FileLedger.ReadFile;
import dev.rollcall.run.Run;
import dev.rollcall.source.CsvOptions;
import dev.rollcall.source.CsvPages;
import dev.rollcall.source.CsvText;
import dev.rollcall.source.FileRules;
import dev.rollcall.source.ListedFile;
import dev.rollcall.source.MeasuredStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How far one run over a supplier's files has come. */
final class SftpRun {
    final Run run;
    final String folder;
    final FileRules rules;
    final CsvOptions csv;
    final List<ListedFile> listing = new ArrayList<>();
    final Deque<ListedFile> toVerify = new ArrayDeque<>();
    final Deque<ListedFile> toRead = new ArrayDeque<>();
    final Deque<String> toMove = new ArrayDeque<>();

    @Nullable
    ListedFile chosen;

    @Nullable
    MeasuredStream stream;

    @Nullable
    CsvText text;

    @Nullable
    CsvPages pages;

    @Nullable
    ReadFile read;

    @Nullable
    String expectedSha256;

    SftpRun(Run run, String folder, FileRules rules, CsvOptions csv) {
        this.run = run;
        this.folder = folder;
        this.rules = rules;
        this.csv = csv;
    }
}
