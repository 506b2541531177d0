using Simulator.Primitives;
using Simulator.Records;

namespace Simulator.Reporting;

/// <summary>Streams a run's observations into <c>run.sqlite</c>. Equal runs give equal bytes.</summary>
/// <remarks>
/// Everything happens in one transaction that <see cref="Complete()"/> commits; a file that was never completed holds
/// nothing a reader would take for a result.
/// </remarks>
public sealed class RunStore : IObserver, IDisposable
{
    private readonly Database database;
    private readonly Dictionary<Table, InsertStatement> inserts = [];
    private readonly RequestFold requests;
    private readonly SettlementFold settlements;
    private readonly EvidenceFold evidence;
    private readonly RevertFold reverts;
    private readonly BlockRows blocks;
    private bool completed;

    /// <param name="path">A file that does not exist yet.</param>
    /// <exception cref="SqliteException">It cannot be written.</exception>
    public RunStore(string path)
    {
        database = Database.Create(path);
        requests = new RequestFold(request => RequestRows.Write(Into(Schema.Requests), request));
        settlements = new SettlementFold(settlement => SettlementRows.Write(Into(Schema.Settlements), settlement));
        evidence = new EvidenceFold(job => EvidenceRows.Write(Into(EvidenceTables.Jobs), job));
        reverts = new RevertFold(reverted => SettlementRows.Write(Into(Schema.RevertedSettlements), reverted));
        blocks = new BlockRows(database);
        database.Execute(string.Create(null, $"PRAGMA user_version = {Schema.Version}"));
        database.Execute("BEGIN");
        foreach (Table table in Schema.Tables)
        {
            database.Execute(table.CreateStatement());
            inserts[table] = database.Insert(table);
        }
    }

    public void Observe(in ObservedFact fact)
    {
        requests.Observe(fact);
        settlements.Observe(fact);
        evidence.Observe(fact);
        EvidenceRows.Write(this, fact);
        reverts.Observe(fact);
        ObservationRows.Write(this, fact);
        blocks.Observe(fact);
    }

    /// <summary>Commits. Open requests and settlements are written as such.</summary>
    public void Complete()
    {
        Invariant.That(!completed);
        completed = true;
        foreach (RequestRecord request in requests.Open)
        {
            RequestRows.Write(Into(Schema.Requests), request);
        }

        foreach (SettlementRecord settlement in settlements.Open)
        {
            SettlementRows.Write(Into(Schema.Settlements), settlement);
        }

        evidence.Complete();
        foreach (EvidenceRecord job in evidence.Open)
        {
            EvidenceRows.Write(Into(EvidenceTables.Jobs), job);
        }

        database.Execute("COMMIT");
    }

    /// <summary>One pair of the <c>run</c> table. Before <see cref="Complete()"/>.</summary>
    public void Describe(string key, string value) => Into(Schema.Run).Add(key).Add(value).Write();

    public void Dispose()
    {
        foreach (InsertStatement insert in inserts.Values)
        {
            insert.Dispose();
        }

        database.Dispose();
    }

    internal Database Database => database;

    internal InsertStatement Into(Table table) => inserts[table];
}
