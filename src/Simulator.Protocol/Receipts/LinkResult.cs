using Simulator.Primitives;

namespace Simulator.Protocol.Receipts;

/// <summary>What the check of one link found.</summary>
/// <param name="Link">Which one.</param>
/// <param name="Status">How it was found.</param>
/// <param name="Reason">Why it is broken; <see cref="LinkBreak.Unset"/> otherwise.</param>
/// <param name="Account">One sentence on what was checked, what failed, or why there was nothing to check.</param>
public sealed record LinkResult(ReceiptLink Link, LinkStatus Status, LinkBreak Reason, string Account)
{
    internal static LinkResult Holds(ReceiptLink link, string account) =>
        new(link, LinkStatus.Holds, LinkBreak.Unset, account);

    internal static LinkResult Absent(ReceiptLink link, string account) =>
        new(link, LinkStatus.Absent, LinkBreak.Unset, account);

    internal static LinkResult Broken(ReceiptLink link, LinkBreak reason, string account)
    {
        Invariant.That(reason != LinkBreak.Unset);
        return new(link, LinkStatus.Broken, reason, account);
    }

    /// <summary>Holds, or is broken for the first reason found.</summary>
    internal static LinkResult Of(ReceiptLink link, LinkBreak? reason, string account) =>
        reason is { } found ? Broken(link, found, Words.Join(found.ToString(), ' ')) : Holds(link, account);

    /// <summary><c>answer: broken (answer_signature_invalid)</c>.</summary>
    public override string ToString()
    {
        string name = Link.ToString().ToLowerInvariant();
        return Status switch
        {
            LinkStatus.Unset => throw Invariant.Unreachable(Status),
            LinkStatus.Holds => $"{name}: holds",
            LinkStatus.Broken => $"{name}: broken ({Reason.Name()})",
            LinkStatus.Absent => $"{name}: absent",
        };
    }
}
