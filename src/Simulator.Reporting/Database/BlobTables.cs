using static Simulator.Reporting.Column;

namespace Simulator.Reporting;

/// <summary>The tables of storage; empty in a run without it.</summary>
internal static class BlobTables
{
    public static readonly Table Stored = new(
        "blobs_stored",
        "Replicas, as storage nodes confirmed them.",
        Text("blob", "Blob id: 43 characters of URL-safe Base64"),
        Time("at_ns", "When"),
        Text("node", "Storage node"),
        Integer("bytes", "Length of the content"));

    public static readonly Table Fetches = new(
        "blob_fetches",
        "Every replica that a client asked, in order, and what the client made of its answer.",
        Text("blob", "Blob id that was asked for"),
        Time("at_ns", "When the answer was judged"),
        Text("client", "Who asked; for an enclave, its gateway"),
        Text("node", "Storage node; null in the row that says that none is left"),
        Text("outcome", "accepted, blob_not_found, blob_corrupted, blob_withheld, blob_substituted or blob_unavailable"),
        Integer("bytes", "Length of what arrived"),
        Time("elapsed_ns", "Since the client began to look"));
}
