using Simulator.Primitives;

namespace Simulator.Records;

/// <summary>What a client made of one replica's answer.</summary>
public enum BlobFetchOutcome
{
    Unset = 0,

    /// <summary>The content is that of the id.</summary>
    Accepted,

    /// <summary>The replica does not have it.</summary>
    NotFound,

    /// <summary>The content has another id, which nobody knows.</summary>
    Corrupted,

    /// <summary>No answer in time.</summary>
    Withheld,

    /// <summary>The content is another blob that the client knows of.</summary>
    Substituted,
}

/// <summary>Names of the outcomes in reports.</summary>
public static class BlobFetchOutcomes
{
    public static string NameOf(BlobFetchOutcome outcome) => outcome switch
    {
        BlobFetchOutcome.Accepted => "accepted",
        BlobFetchOutcome.NotFound => "blob_not_found",
        BlobFetchOutcome.Corrupted => "blob_corrupted",
        BlobFetchOutcome.Withheld => "blob_withheld",
        BlobFetchOutcome.Substituted => "blob_substituted",
        BlobFetchOutcome.Unset => throw Invariant.Unreachable(outcome),
    };
}
