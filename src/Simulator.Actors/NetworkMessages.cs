using Simulator.Actors.Enclaves;
using Simulator.Actors.Enclaves.Frauds;
using Simulator.Actors.Facilitators;
using Simulator.Actors.Facilitators.Channels;
using Simulator.Actors.Facilitators.Evidence;
using Simulator.Actors.Facilitators.Http;
using Simulator.Actors.FullNodes;
using Simulator.Actors.Gateways;
using Simulator.Actors.Gateways.Http;
using Simulator.Actors.Gateways.Tills;
using Simulator.Actors.Operators;
using Simulator.Actors.PaymentChains;
using Simulator.Actors.Platforms;
using Simulator.Actors.Registry;
using Simulator.Actors.Rewards;
using Simulator.Actors.Rpc;
using Simulator.Actors.Storage;
using Simulator.Actors.Transactions;
using Simulator.Actors.Users;
using Simulator.Actors.Users.Charges;
using Simulator.Actors.Users.Purses;
using Simulator.Actors.Verifiers;
using Simulator.Kernel;

namespace Simulator.Actors;

/// <summary>Every message type of the network. Numbers from 100 on; a retired number stays reserved.</summary>
public static class NetworkMessages
{
    public static MessageCatalogue Catalogue()
    {
        MessageCatalogue catalogue = new();
        AddClientSide(catalogue);
        AddFacilitators(catalogue);
        AddPayments(catalogue);
        AddPaymentChain(catalogue);
        AddInferenceChain(catalogue);
        AddPipe(catalogue);
        EvidenceMessages.AddTo(catalogue);
        AddRegistry(catalogue);
        AddScheduling(catalogue);
        PlatformMessages.AddTo(catalogue);
        StorageMessages.AddTo(catalogue);
        VerificationMessages.AddTo(catalogue);
        return catalogue;
    }

    private static void AddClientSide(MessageCatalogue catalogue)
    {
        catalogue.Add<PostInference>();
        catalogue.Add<PaymentRequiredReply>();
        catalogue.Add<InferenceReply>();
        catalogue.Add<ErrorReply>();
        catalogue.Add<ArrivalDue>();
        catalogue.Add<PatienceEnded>();
        catalogue.Add<PaymentSigned>();
        catalogue.Add<AnswerChecked>();
        catalogue.Add<ReaperDue>();
        catalogue.Add<SettlementPollDue>();
        catalogue.Add<ComputeInference>();
        catalogue.Add<InferenceComputed>();
        catalogue.Add<InferenceRefused>();
        catalogue.Add<WorkFinished>();
        catalogue.Add<AnswerForged>();
    }

    private static void AddFacilitators(MessageCatalogue catalogue)
    {
        catalogue.Add<PostVerify>();
        catalogue.Add<VerifyReply>();
        catalogue.Add<PostSettle>();
        catalogue.Add<SettleReply>();
        catalogue.Add<GetSettlement>();
        catalogue.Add<SettlementReply>();
        catalogue.Add<SignatureChecked>();
        catalogue.Add<TransactionSigned>();
        catalogue.Add<ReceiptPollDue>();
        catalogue.Add<CaseTimedOut>();
    }

    private static void AddPayments(MessageCatalogue catalogue)
    {
        catalogue.Add<JobReleased>();
        catalogue.Add<VerificationOverdue>();
        catalogue.Add<GetTransfer>();
        catalogue.Add<GetTransferReply>();
        catalogue.Add<TransferPollDue>();
        catalogue.Add<PostInvoice>();
        catalogue.Add<PostRemittance>();
        catalogue.Add<InvoiceOverdue>();
        catalogue.Add<BillingDue>();
        catalogue.Add<ProofChecked>();
        catalogue.Add<ReadChannel>();
        catalogue.Add<ReadChannelReply>();
        catalogue.Add<ChannelChecked>();
        catalogue.Add<ClaimDue>();
        catalogue.Add<RefundDue>();
        catalogue.Add<RefundReply>();
        catalogue.Add<EpochDue>();
        catalogue.Add<GetSettledAmount>();
        catalogue.Add<GetSettledAmountReply>();
        catalogue.Add<ChargesDue>();
        catalogue.Add<InvoicePayable>();
        catalogue.Add<WithdrawalDue>();
    }

    private static void AddPaymentChain(MessageCatalogue catalogue)
    {
        catalogue.Add<EthCall>();
        catalogue.Add<EthCallReply>();
        catalogue.Add<ReadPayer>();
        catalogue.Add<ReadPayerReply>();
        catalogue.Add<SendRawTransaction>();
        catalogue.Add<SendRawTransactionReply>();
        catalogue.Add<GetReceipt>();
        catalogue.Add<GetReceiptReply>();
        catalogue.Add<GetBlockNumber>();
        catalogue.Add<GetBlockNumberReply>();
        catalogue.Add<BlockDue>();
        catalogue.Add<SenderRecovered>();
    }

    private static void AddInferenceChain(MessageCatalogue catalogue)
    {
        catalogue.Retire(200);
        catalogue.Add<ProposeBlock>();
        catalogue.Add<CastVote>();
        catalogue.Add<TimeoutDue>();
        catalogue.Add<ChecksDone>();
        catalogue.Add<GossipDue>();
        catalogue.Add<AskMissing>();
        catalogue.Add<GetBlocks>();
        catalogue.Add<CommittedBlocks>();
        catalogue.Add<GossipTransaction>();
    }

    private static void AddPipe(MessageCatalogue catalogue)
    {
        catalogue.Add<RunInference>();
        catalogue.Add<InferenceResultReply>();
        catalogue.Add<ComputePreExecution>();
        catalogue.Add<PreExecutionComputed>();
        catalogue.Add<PreExecutionFinished>();
        catalogue.Add<GetInferenceResult>();
        catalogue.Add<GetInferenceResultReply>();
        catalogue.Add<AskSigned>();
        catalogue.Add<ResultPollDue>();
        catalogue.Add<GossipResult>();
    }

    private static void AddRegistry(MessageCatalogue catalogue)
    {
        catalogue.Add<EnclaveBooted>();
        catalogue.Add<BootAnnounced>();
        catalogue.Add<GetAttestation>();
        catalogue.Add<AttestationReply>();
        catalogue.Add<BootFinished>();
        catalogue.Add<DocumentMade>();
        catalogue.Add<HeartbeatDue>();
        catalogue.Add<HeartbeatSigned>();
        catalogue.Add<PostHeartbeat>();
        catalogue.Add<HeartbeatReply>();
        catalogue.Add<HeartbeatTimedOut>();
        catalogue.Add<PinnedInference>();
        catalogue.Add<HandshakeFailed>();
        catalogue.Add<RegistrationDue>();
        catalogue.Add<PapersOverdue>();
        catalogue.Add<CallSigned>();
        catalogue.Add<ConfirmationDue>();
        catalogue.Add<AdminOrderDue>();
        catalogue.Add<RegistryRefreshDue>();
        catalogue.Add<RegistryReadTimedOut>();
    }

    private static void AddScheduling(MessageCatalogue catalogue)
    {
        catalogue.Add<DeadlineMissed>();
        catalogue.Add<GetDecisions>();
        catalogue.Add<GetDecisionsReply>();
        catalogue.Add<RulingsDue>();
    }
}
