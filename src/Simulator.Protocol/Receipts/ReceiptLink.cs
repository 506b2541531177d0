namespace Simulator.Protocol.Receipts;

/// <summary>The links of the chain that a receipt holds, in the order in which they are checked.</summary>
public enum ReceiptLink
{
    Unset = 0,

    /// <summary>The canonical request has the stated hash.</summary>
    Request,

    /// <summary>The payer signed what the server asked for, and the facilitator let it through.</summary>
    Authorization,

    /// <summary>The money moved by a transaction that carries exactly this authorisation.</summary>
    Settlement,

    /// <summary>The model that was asked for is the one with the stated blob id.</summary>
    Model,

    /// <summary>The enclave's id is that of its key.</summary>
    Node,

    /// <summary>The hardware vendor vouches for the enclave's code and for its key.</summary>
    Attestation,

    /// <summary>The registry called the enclave enabled and active when its answer was accepted.</summary>
    Registry,

    /// <summary>The enclave signed this output for this request.</summary>
    Answer,

    /// <summary>A verifier came to the same output.</summary>
    Verification,

    /// <summary>The hashes are in a settled batch, or in a settlement of their own.</summary>
    Evidence,

    /// <summary>The distributed amounts add up and stay within the cost.</summary>
    Payout,
}
