namespace Simulator.Protocol.Receipts;

/// <summary>How a link was found. Zero is not a finding.</summary>
public enum LinkStatus
{
    Unset = 0,

    /// <summary>Checked, and it holds.</summary>
    Holds,

    /// <summary>Checked, and it does not.</summary>
    Broken,

    /// <summary>The receipt says that there is nothing to check.</summary>
    Absent,
}
