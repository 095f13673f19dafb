package dev.rollcall.api.rest;

import dev.rollcall.api.DirectoryNames;
import dev.rollcall.api.RuntimeOperations;
import dev.rollcall.api.UploadView;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A dry run's files on their way back (acceptance rows 122, 123). */
@RestController
@RequestMapping("/api/directories/{directory}/upload")
class UploadController {
    private final DirectoryNames directories;
    private final RuntimeOperations operations;

    UploadController(DirectoryNames directories, RuntimeOperations operations) {
        this.directories = directories;
        this.operations = operations;
    }

    /** The file in the request's body, as CSV or .xlsx: links the users of UPDATED, and makes those of CREATED. */
    @PostMapping
    UploadView upload(
            @PathVariable String directory,
            @RequestParam(defaultValue = "upload.csv") String name,
            @RequestHeader HttpHeaders headers,
            InputStream content)
            throws IOException {
        directories.require(directory);
        try (content) {
            FileBody.check(headers);
            return operations.upload(directory, FileName.checked(name), content);
        }
    }
}
