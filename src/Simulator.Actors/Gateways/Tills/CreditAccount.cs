using Simulator.Kernel;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;

namespace Simulator.Actors.Gateways.Tills;

/// <summary>A client that is served on credit.</summary>
internal sealed class CreditAccount(Address address, ActorRef client)
{
    public Address Address => address;

    /// <summary>Where invoices go.</summary>
    public ActorRef Client => client;

    /// <summary>Served and not on an invoice yet.</summary>
    public OpgAmount Unbilled { get; set; }

    /// <summary>Answers in <see cref="Unbilled"/>.</summary>
    public int Answers { get; set; }

    /// <summary>When the last of <see cref="Answers"/> was charged.</summary>
    public SimTime ChargedAt { get; set; }

    /// <summary>Prices of requests that are being served.</summary>
    public OpgAmount Reserved { get; set; }

    /// <summary>Open invoices that are not overdue.</summary>
    public OpgAmount Invoiced { get; set; }

    /// <summary>Invoices that were due and are not paid; nothing is served meanwhile.</summary>
    public int Overdue { get; set; }

    public OpgAmount Owed => Unbilled + Reserved + Invoiced;
}

/// <summary>An invoice that has not been paid.</summary>
/// <param name="Account">Whose.</param>
/// <param name="Amount">OPG.</param>
/// <param name="Answers">Answers on it.</param>
/// <param name="ChargedAt">When the last of them was charged.</param>
internal sealed record OpenInvoice(CreditAccount Account, OpgAmount Amount, int Answers, SimTime ChargedAt)
{
    public bool IsOverdue { get; set; }
}
