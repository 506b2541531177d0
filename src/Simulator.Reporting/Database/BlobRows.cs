using Simulator.Records;

namespace Simulator.Reporting;

/// <summary>Observations of storage as rows.</summary>
internal static class BlobRows
{
    public static void Write(RunStore store, in ObservedFact fact)
    {
        switch (fact.What)
        {
            case BlobStored said:
                store.Into(BlobTables.Stored).Add(said.Blob.ToString()).Add(fact.At).Add(said.Node).Add(said.Bytes).Write();
                break;
            case BlobFetched said:
                store.Into(BlobTables.Fetches).Add(said.Blob.ToString()).Add(fact.At).Add(said.By).Add(said.From)
                    .Add(BlobFetchOutcomes.NameOf(said.Outcome)).Add(said.Body?.Length ?? 0).Add(said.Elapsed).Write();
                break;
            case BlobMissed said:
                store.Into(BlobTables.Fetches).Add(said.Blob.ToString()).Add(fact.At).Add(said.By).Add((string?)null)
                    .Add("blob_unavailable").Add((long?)0).Add(said.Elapsed).Write();
                break;
            default: break;
        }
    }
}
