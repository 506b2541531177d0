namespace Simulator.Inference.Hub;

/// <summary>What came of adding a file.</summary>
public abstract record HubAddition
{
    private HubAddition()
    {
    }

    /// <param name="Repository">With the new release.</param>
    /// <param name="File">What was added.</param>
    /// <param name="IsNewBlob">False where the content lay in the store before, under another name.</param>
    /// <param name="Report">What the file is made of; null for a format that is not executed.</param>
    public sealed record Added(HubRepository Repository, HubFile File, bool IsNewBlob, OnnxReport? Report) : HubAddition;

    /// <summary>A release of this repository has the same content: no version was added.</summary>
    /// <param name="Repository">Unchanged.</param>
    /// <param name="Release">The one that has it.</param>
    /// <param name="IsRestored">Its blob had gone missing or bad and is whole again.</param>
    public sealed record AlreadyThere(HubRepository Repository, HubRelease Release, bool IsRestored) : HubAddition;

    public sealed record Refused(HubRefusal Reason, string Detail) : HubAddition
    {
        public override string ToString() => $"{HubRefusals.NameOf(Reason)}: {Detail}";
    }
}
