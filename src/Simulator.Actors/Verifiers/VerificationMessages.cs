using Simulator.Actors.Facilitators.Conditions;
using Simulator.Actors.Gateways.Http;
using Simulator.Actors.Gateways.Verification;
using Simulator.Kernel;

namespace Simulator.Actors.Verifiers;

/// <summary>Every message type of verification.</summary>
internal static class VerificationMessages
{
    public static void AddTo(MessageCatalogue catalogue)
    {
        catalogue.Add<VerifiedInference>();
        catalogue.Add<ProvenReply>();
        catalogue.Add<CommitAnswer>();
        catalogue.Add<AnswerResolved>();
        catalogue.Add<ProveAnswer>();
        catalogue.Add<AnswerProven>();
        catalogue.Add<GetAnswer>();
        catalogue.Add<GetAnswerReply>();
        catalogue.Add<ContractDue>();
        catalogue.Add<AnswerReexecuted>();
        catalogue.Add<PostConditionalSettle>();
        catalogue.Add<ConditionTimedOut>();
    }
}
