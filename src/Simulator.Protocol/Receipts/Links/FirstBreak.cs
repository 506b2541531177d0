namespace Simulator.Protocol.Receipts.Links;

/// <summary>A list of conditions in order; the first that fails names the break.</summary>
internal sealed class FirstBreak
{
    public LinkBreak? Reason { get; private set; }

    /// <summary>False once something failed; then later conditions are not asked.</summary>
    public bool IsWhole => Reason is null;

    public FirstBreak Require(bool condition, LinkBreak reason)
    {
        Reason ??= condition ? null : reason;
        return this;
    }

    /// <summary>For conditions that are only safe or worth asking while nothing has failed.</summary>
    public FirstBreak Require(Func<bool> condition, LinkBreak reason) =>
        IsWhole ? Require(condition(), reason) : this;
}
