using System.Text;
using Simulator.Primitives;
using Simulator.Records;

namespace Simulator.Reporting;

/// <summary>
/// Writes a run bundle: observes the run, and at its end makes database, tables, charts and report of it.
/// </summary>
/// <remarks>
/// Everything is written into a work folder beside the target, which one rename publishes; a bundle is whole or absent.
/// Disposing without <see cref="Complete(RunResult)"/> leaves nothing behind. Equal runs give equal bytes.
/// </remarks>
public sealed class BundleWriter : IObserver, IDisposable
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly string directory;
    private readonly RunDescription description;
    private readonly RunStore store;
    private readonly ReceiptBook receipts;
    private readonly ChartRenderer? renderer;
    private bool published;

    /// <exception cref="IOException">The target is taken or cannot be written; the message says what to do.</exception>
    public BundleWriter(string directory, RunDescription description, BundleOptions? options = null)
    {
        if (BundleTarget.Problem(directory) is { } problem)
        {
            throw new IOException(problem);
        }

        options ??= BundleOptions.Default;
        this.directory = directory;
        this.description = description;
        Measures = new Measures(description.Duration, description.WarmUp);
        Folder = BundleTarget.CreateWorkFolder(directory);
        store = new RunStore(Path.Combine(Folder, BundleReader.DatabaseName));
        receipts = new ReceiptBook(Folder);
        renderer = options.Pictures
            ? ChartRenderer.Start(options.Node, options.ChartPackages ?? ChartPackages.CacheFolder())
            : null;
    }

    /// <summary>
    /// The work folder. Files put here before <see cref="Complete(RunResult)"/>, such as receipts, become part of the
    /// bundle.
    /// </summary>
    public string Folder { get; }

    /// <summary>The run's metrics so far; can be asked at any time.</summary>
    public Measures Measures { get; }

    public void Observe(in ObservedFact fact)
    {
        store.Observe(fact);
        Measures.Observe(fact);
        receipts.Observe(fact);
    }

    /// <summary>
    /// Nothing happens yet: what the run came to is handed over in <see cref="Complete(RunResult)"/>.
    /// </summary>
    public void Complete()
    {
    }

    /// <summary>Judges the verdicts, writes every file and publishes the bundle.</summary>
    public BundleOutcome Complete(RunResult result)
    {
        Invariant.That(!published);
        Measures.Complete(result.End);
        receipts.Complete();
        RunSummary summary = RunSummary.Of(description, result, Measures);
        IReadOnlyList<Chart> charts = ChartSet.Of(Measures);
        string chartFolder = Path.Combine(Folder, "charts");
        ChartFiles.WriteDefinitions(chartFolder, charts);
        renderer?.Draw(chartFolder, charts);
        WriteDatabase(summary);
        WriteTexts(summary, charts);
        List<string> notes = FinishPictures(chartFolder);
        Manifest.Write(Folder);
        BundleTarget.Publish(Folder, directory);
        published = true;
        return new BundleOutcome(directory, summary, notes);
    }

    public void Dispose()
    {
        renderer?.Dispose();
        receipts.Dispose();
        store.Dispose();
        if (!published && Directory.Exists(Folder))
        {
            Directory.Delete(Folder, recursive: true);
        }
    }

    private void WriteDatabase(RunSummary summary)
    {
        ResultRows.Write(store, summary);
        store.Complete();
        Database database = store.Database;
        CsvFiles.WriteTable(Path.Combine(Folder, "requests.csv"), database, Schema.Requests);
        CsvFiles.WriteTable(Path.Combine(Folder, "settlements.csv"), database, Schema.Settlements);
        CsvFiles.WriteTable(Path.Combine(Folder, "metrics.csv"), database, Schema.Metrics);
        store.Dispose();
    }

    private void WriteTexts(RunSummary summary, IReadOnlyList<Chart> charts)
    {
        CsvFiles.WriteFlows(Path.Combine(Folder, "flows.csv"), summary.Flows);
        CsvFiles.WriteThroughput(Path.Combine(Folder, "throughput.csv"), Measures.OverTime);
        SummaryFile.Write(Path.Combine(Folder, SummaryFile.Name), summary);
        Write("scenario.resolved.yaml", description.ResolvedYaml);
        Write("report.html", new ReportPage(summary, charts).Html());
    }

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(Folder, name), text, Utf8);

    private List<string> FinishPictures(string chartFolder) => renderer?.Finish(chartFolder) is { } reason
        ? [$"picture files skipped: {reason}; report.html shows the charts all the same"]
        : [];
}
