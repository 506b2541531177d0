using System.Globalization;
using Simulator.Primitives;
using Simulator.Records;

namespace Simulator.Reporting;

/// <summary>One observation as one row of the table that belongs to it.</summary>
internal static class ObservationRows
{
    /// <remarks>
    /// Issue, challenge, final state and the request for settlement have no table of their own; they are columns of
    /// <c>requests</c> and <c>settlements</c>.
    /// </remarks>
    public static void Write(RunStore store, in ObservedFact fact)
    {
        SimTime at = fact.At;
        switch (fact.What)
        {
            case PartyDeclared said: Write(store.Into(Schema.Parties), said); break;
            case NodeDeclared said: Write(store.Into(Schema.Nodes), said); break;
            case PaymentAuthorised said: Write(store.Into(Schema.Authorisations), said, at); break;
            case PaymentVerified said: Write(store.Into(Schema.Verifications), said, at); break;
            case InferenceCompleted said: Write(store.Into(Schema.Inferences), said, at); break;
            case AnswerReceived said: Write(store.Into(Schema.Answers), said, at); break;
            case SessionOpened said: Write(store.Into(Schema.Sessions), said, at); break;
            case SessionCharged said: Write(store.Into(Schema.Charges), said, at); break;
            case BlockProduced said: Write(store.Into(Schema.Blocks), said, at); break;
            case BlockReverted said: Write(store.Into(Schema.RevertedBlocks), said, at); break;
            case TransactionExecuted said: Write(store.Into(Schema.Transactions), said); break;
            case AuthorisationUsed said: Write(store.Into(Schema.AuthorisationUses), said, at); break;
            case TokenTransferred said: Write(store.Into(Schema.Transfers), said); break;
            case LedgerPosted said: Write(store.Into(Schema.Postings), said); break;
            case RegistrationFinished said: Write(store.Into(Schema.Registrations), said, at); break;
            case RegistryChanged said: Write(store.Into(Schema.RegistryEvents), said); break;
            default: BlobRows.Write(store, fact); break;
        }
    }

    private static void Write(InsertStatement row, PartyDeclared said) =>
        row.Add(said.Address).Add(said.Name).Add(said.Group).Add(said.Role.ToString()).Write();

    private static void Write(InsertStatement row, NodeDeclared said) =>
        row.Add(said.TeeId).Add(said.Name).Add(said.Group).Add(said.SigningKey).Write();

    private static void Write(InsertStatement row, PaymentAuthorised said, SimTime at) => row
        .Add(said.Request.ToString()).Add(at).Add(said.Payer).Add(said.Nonce).Add(said.Maximum).Add(said.Recipient)
        .Add(said.Deadline).Write();

    private static void Write(InsertStatement row, PaymentVerified said, SimTime at) =>
        row.Add(said.Request.ToString()).Add(at).Add(said.Facilitator).Add(said.Refusal).Write();

    private static void Write(InsertStatement row, InferenceCompleted said, SimTime at) => row
        .Add(said.Request.ToString()).Add(at).Add(said.Node).Add(said.Model).Add(said.ModelBlob).Add(said.InputHash)
        .Add(said.OutputHash).Add(said.Queued).Add(said.Computed).Write();

    private static void Write(InsertStatement row, AnswerReceived said, SimTime at) => row
        .Add(said.Request.ToString()).Add(at).Add(said.TeeId).Add(said.InputHash).Add(said.OutputHash)
        .Add(said.Timestamp).Add(said.Signature).Add(said.Price).Write();

    private static void Write(InsertStatement row, SessionOpened said, SimTime at) => row
        .Add(said.Session).Add(at).Add(said.Gateway).Add(said.Request.ToString()).Add(said.Payer).Add(said.Nonce)
        .Add(said.Maximum).Write();

    private static void Write(InsertStatement row, SessionCharged said, SimTime at) => row
        .Add(said.Session).Add(at).Add(said.Request.ToString()).Add(said.Cost).Add(said.Accepted ? 1 : 0).Write();

    private static void Write(InsertStatement row, BlockProduced said, SimTime at) => row
        .Add(said.Chain).Add(said.Height).Add(at).Add(said.UnixTime).Add(said.Hash).Add(said.StateRoot)
        .Add(said.Transactions).Add(said.TotalSupply).Write();

    private static void Write(InsertStatement row, BlockReverted said, SimTime at) =>
        row.Add(said.Chain).Add(said.Height).Add(at).Add(said.Hash).Write();

    private static void Write(InsertStatement row, TransactionExecuted said) => row
        .Add(said.Chain).Add(said.Height).Add(said.Transaction).Add(said.Sender).Add(said.Method).Add(said.GasUsed)
        .Add(said.Fee.ToString(CultureInfo.InvariantCulture)).Add(said.Revert).Write();

    private static void Write(InsertStatement row, AuthorisationUsed said, SimTime at) => row
        .Add(said.Chain).Add(said.Height).Add(at).Add(said.Transaction).Add(said.Payer).Add(said.Nonce)
        .Add(said.Recipient).Add(said.Amount).Write();

    private static void Write(InsertStatement row, TokenTransferred said) => row
        .Add(said.Chain).Add(said.Height).Add(said.Transaction).Add(said.From).Add(said.To).Add(said.Amount)
        .Add(said.Cause).Write();

    private static void Write(InsertStatement row, LedgerPosted said) => row
        .Add(said.Chain).Add(said.Entry).Add(said.Height).Add(said.Transaction).Add(said.Debit).Add(said.Credit).Add(said.Amount)
        .Add(said.Cause).Write();

    private static void Write(InsertStatement row, RegistrationFinished said, SimTime at) => row
        .Add(at).Add(said.TeeId).Add(said.Node).Add(said.Group).Add(said.Attack).Add(said.Refusal).Add(said.Transaction)
        .Write();

    private static void Write(InsertStatement row, RegistryChanged said) => row
        .Add(said.Height).Add(said.UnixTime).Add(said.Change.ToString()).Add(said.TeeId).Add(said.Measurement)
        .Add((int)said.TeeType).Add(said.Transaction).Write();
}
