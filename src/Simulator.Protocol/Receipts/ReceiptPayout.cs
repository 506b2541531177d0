using Simulator.Protocol.Ethereum;
using Simulator.Protocol.X402;

namespace Simulator.Protocol.Receipts;

/// <summary>How the request's cost was distributed. A statement about the ledger, checked for its arithmetic.</summary>
/// <param name="Distributed">The part of the cost that has been passed on, in atomic units.</param>
/// <param name="Transfers">To whom and why; together exactly the distributed amount.</param>
public sealed record ReceiptPayout(UInt256 Distributed, IReadOnlyList<ReceiptTransfer> Transfers)
{
    internal static ReceiptPayout From(JsonMembers members) => new(
        members.Amount("distributed"),
        members.List("transfers", 1, ReceiptTransfer.Read));

    internal void Write(JsonTextWriter writer)
    {
        writer.Object("payout").Number("distributed", Distributed).List("transfers");
        foreach (ReceiptTransfer transfer in Transfers)
        {
            transfer.Write(writer);
        }

        writer.EndList().End();
    }
}

/// <summary>One transfer.</summary>
/// <param name="From">Sender.</param>
/// <param name="To">Recipient.</param>
/// <param name="Amount">Atomic units, more than zero.</param>
/// <param name="Cause">Why: the name of the rule that moved the money.</param>
public sealed record ReceiptTransfer(Address From, Address To, UInt256 Amount, string Cause)
{
    internal static ReceiptTransfer Read(JsonMembers members) => new(
        members.Address("from"),
        members.Address("to"),
        members.Amount("amount"),
        members.ShortText("cause"));

    internal void Write(JsonTextWriter writer) => writer.Object()
        .Address("from", From)
        .Address("to", To)
        .Number("amount", Amount)
        .Text("cause", Cause)
        .End();
}
