"""Pages of documents: checking, one's own papers, batches, wordings, the log."""

from django.urls import URLPattern, path

from rost.documents.views import batches, checking, log, papers, wordings

app_name = "documents"
WORDING = "spaces/<str:space>/wordings/<slug:kind>/<slug:language>/"
urlpatterns: list[URLPattern] = [
    path("check/", checking.check, name="check"),
    path("check/<str:code>/", checking.check_code, name="check_code"),
    path("mine/", papers.my_documents, name="mine"),
    path("issued/<str:code>/", papers.document, name="document"),
    path("issued/<str:code>/file/", papers.document_file, name="document_file"),
    path("issued/<str:code>/printing/", papers.printing, name="document_printing"),
    path("issued/<str:code>/revocation/", papers.revocation, name="document_revocation"),
    path("batches/<int:number>/", batches.batch, name="batch"),
    path("batches/<int:number>/file/", batches.batch_file, name="batch_file"),
    path("batches/<int:number>/stop/", batches.batch_stop, name="batch_stop"),
    path("batches/<int:number>/again/", batches.batch_again, name="batch_again"),
    path("spaces/<str:space>/batches/", batches.batches, name="batches"),
    path("spaces/<str:space>/log/", log.log, name="log"),
    path("spaces/<str:space>/wordings/", wordings.wordings, name="wordings"),
    path(WORDING, wordings.wording, name="wording"),
    path(f"{WORDING}paper/", wordings.wording_paper, name="wording_paper"),
    path(f"{WORDING}versions/<int:version>/", wordings.wording_return, name="wording_return"),
    path("acts/<int:number>/", log.act_file, name="act_file"),
]
