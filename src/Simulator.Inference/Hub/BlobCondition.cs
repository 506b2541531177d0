namespace Simulator.Inference.Hub;

/// <summary>What a stored blob turns out to be.</summary>
public enum BlobCondition
{
    Unset = 0,

    /// <summary>Its content has its id.</summary>
    Whole,

    /// <summary>Its content has another id.</summary>
    Corrupted,

    /// <summary>It is not there.</summary>
    Missing,
}
