using Simulator.Actors.Platforms.Http;
using Simulator.Kernel;

namespace Simulator.Actors.Platforms;

/// <summary>Messages of the centralised platform.</summary>
internal static class PlatformMessages
{
    public static void AddTo(MessageCatalogue catalogue)
    {
        catalogue.Add<PostSignUp>();
        catalogue.Add<SignUpReply>();
        catalogue.Add<SignUpDecided>();
        catalogue.Add<PostCompletion>();
        catalogue.Add<CompletionReply>();
        catalogue.Add<CompletionComputed>();
    }
}
