using Simulator.Actors.Rpc;
using Simulator.Actors.Users.Charges;
using Simulator.Kernel;
using Simulator.Records;

namespace Simulator.Actors.Users;

/// <summary>How a user finds out that it paid for requests that it got no answer to.</summary>
public sealed partial class User
{
    /// <summary>More was collected under an authorisation than was served for it.</summary>
    public const string ChargedWithoutAnswer = "charged_without_answer";

    private readonly ChargeBook? charges = settings.PaymentChain is null ? null : new ChargeBook(settings);

    private void NoteUnserved(OpenRequest request, bool isRefused, IActorContext context)
    {
        if (request.Node is { } asked)
        {
            string subject = FraudSubjects.OfAnswer(IdOf(request, context), asked.Name);
            charges?.OnUnserved(request, subject, isRefused, context);
        }
    }

    // As many requests as the surplus pays for: first those that the node refused, then those it let wait in vain.
    private void OnSettledAmount(GetSettledAmountReply reply, IActorContext context)
    {
        if (charges?.OnReply(reply) is not { } found)
        {
            return;
        }

        UInt128 price = book.PriceOf(found.Drawn.Node).BaseUnits;
        int paid = price == 0
            ? int.MaxValue
            : (int)UInt128.Min(int.MaxValue, (found.Surplus.BaseUnits + price - 1) / price);
        IEnumerable<(string Subject, bool IsRefused)> likeliest =
            found.Drawn.Unserved.OrderByDescending(unserved => unserved.IsRefused);
        foreach ((string subject, _) in likeliest.Take(paid))
        {
            context.Observe(new FraudNoticed(subject, context.Name, ChargedWithoutAnswer));
        }
    }
}
