package dev.rollcall;

import java.io.IOException;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;

/** Keeps the small applications of other tests out of the real one, whose scan covers their packages too. */
public final class OtherApplications extends TypeExcludeFilter {
    @Override
    public boolean match(MetadataReader reader, MetadataReaderFactory factory) throws IOException {
        return reader.getAnnotationMetadata().hasAnnotation(SpringBootConfiguration.class.getName())
                || reader.getAnnotationMetadata().hasAnnotation(TestConfiguration.class.getName());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OtherApplications;
    }

    @Override
    public int hashCode() {
        return OtherApplications.class.hashCode();
    }
}
