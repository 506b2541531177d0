namespace Simulator.Actors.Network;

/// <summary>What makes an answer believed, and paid for.</summary>
public enum VerificationMode
{
    Unset = 0,

    /// <summary>Nothing but that it can be read.</summary>
    Vanilla,

    /// <summary>The signature of an enclave that is active on the registry.</summary>
    Tee,

    /// <summary>As with an enclave; paid once nobody has shown within the window that an execution gives another output.</summary>
    Reexecute,

    /// <summary>As with an enclave, and a zero-knowledge proof comes with it.</summary>
    Zk,
}
