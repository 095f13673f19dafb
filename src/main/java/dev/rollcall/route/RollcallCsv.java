package dev.rollcall.route;

import dev.rollcall.source.CsvText;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Exchange;
import org.apache.camel.dataformat.csv.CsvDataFormat;
import org.apache.camel.spi.DataFormat;
import org.apache.camel.support.service.ServiceHelper;
import org.apache.camel.support.service.ServiceSupport;
import org.springframework.stereotype.Component;

/** camel-csv for a delimiter that is known only when the header line was seen; its rows know their lines. */
@Component("rollcallCsv")
public class RollcallCsv extends ServiceSupport implements DataFormat {
    private final Map<Character, CsvDataFormat> formats = new ConcurrentHashMap<>();

    @Override
    public void marshal(Exchange exchange, Object graph, OutputStream stream) {
        throw new UnsupportedOperationException("a supplier's files are read, never written");
    }

    @Override
    public Object unmarshal(Exchange exchange, InputStream stream) {
        throw new UnsupportedOperationException("the text was opened before");
    }

    @Override
    public Object unmarshal(Exchange exchange, Object body) throws Exception {
        CsvText text = (CsvText) body;
        return formats.computeIfAbsent(text.delimiterFound(), RollcallCsv::format)
                .unmarshal(exchange, text.reader());
    }

    private static CsvDataFormat format(char delimiter) {
        CsvDataFormat format = new CsvDataFormat(CsvText.format(delimiter));
        format.setLazyLoad(true);
        format.setRecordConverter(row -> row);
        ServiceHelper.startService(format);
        return format;
    }

    @Override
    protected void doStop() {
        ServiceHelper.stopService(formats.values());
    }
}
